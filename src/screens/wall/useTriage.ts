import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { pathTo } from '../../app/paths'
import { useActor, useCommand, useOutbox } from '../../data'
import type { Command } from '../../domain/command'
import type { Incident } from '../../domain/incident'
import type { Party } from '../../domain/ownership'
import { whyNot } from '../../domain/transitions'
import { type KeyBinding, useKeys } from '../../ui'
import type { Names } from './useNames'
import type { Picking } from './usePick'
import { counted } from './words'

/** The person who acts, where the sources know them under the configured name. */
const personOf = (actor: string, parties: readonly Party[]): Party | undefined =>
  parties.find((party) => party.type === 'person' && (party.id === actor || party.name === actor))

interface Wish {
  readonly picking: Picking
  /** What the digits stand for: the incidents of the page, in their order. */
  readonly shown: readonly Incident[]
  readonly names: Names
  readonly readOnly: boolean
  /** Incidents are shown; else the keys that pick among them are left to others. */
  readonly picks: boolean
}

const doneWords: Readonly<Partial<Record<Command['kind'], string>>> = {
  'set-state': 'acknowledged',
  'take-role': 'taken: you command it',
}

/** Triage by keyboard or remote. A display from which nothing can be changed has no keys that would. */
export function useTriage({ picking, shown, names, readOnly, picks }: Wish) {
  const navigate = useNavigate()
  const actor = useActor()
  const commanding = useCommand()
  const { waiting } = useOutbox()
  const [refused, setRefused] = useState('')
  const { current } = picking
  const may = (kind: Command['kind']) => !readOnly && commanding.whyNot(kind) === undefined

  const act = (wish: (incident: Incident) => Command | string) => {
    if (!current) return setRefused('Pick an incident first')
    const wanted = wish(current)
    const reason = typeof wanted === 'string' ? wanted : whyNot(current, wanted)
    setRefused(reason === undefined ? '' : `${current.id}: ${reason}`)
    if (reason !== undefined || typeof wanted === 'string') return undefined
    return commanding.send({ command: wanted, ...(current.version !== undefined && { version: current.version }) })
  }
  const takeUp = (incident: Incident): Command | string => {
    const person = personOf(actor, names.parties)
    return person
      ? { kind: 'take-role', incident: incident.id, role: 'commander', person: person.id }
      : 'This display does not say who you are (“actor” in the configuration).'
  }
  const open = () => current && void navigate(pathTo('incidents', { id: current.id }))

  const digits = shown.slice(0, 9).map((incident, index): KeyBinding => ({
    keys: String(index + 1),
    label: `Pick card ${index + 1}`,
    run: () => picking.to(incident),
  }))
  const writes: readonly KeyBinding[] = [
    ...(may('set-state')
      ? [
          {
            keys: 'a',
            label: 'Acknowledge the picked one',
            run: () => act(({ id }) => ({ kind: 'set-state', incident: id, to: 'acknowledged' })),
          },
        ]
      : []),
    ...(may('take-role') ? [{ keys: 't', label: 'Take the command of the picked one', run: () => act(takeUp) }] : []),
  ]
  const moves: readonly KeyBinding[] = [
    { keys: 'ArrowRight', label: 'Next card', run: () => picking.move(1) },
    { keys: 'ArrowLeft', label: 'Card before', run: () => picking.move(-1) },
    { keys: 'ArrowDown', label: 'Card below', run: picking.down },
    { keys: 'ArrowUp', label: 'Card above', run: picking.up },
    { keys: 'Enter', label: 'Open the picked one', run: open },
    { keys: 'Escape', label: 'Pick none', run: () => picking.to(undefined) },
  ]
  useKeys('Wall', picks ? [...digits, ...moves, ...writes] : [])

  const { error, pending, command } = commanding
  const about = command && 'incident' in command ? command.incident : undefined
  const done = command && !error && !pending ? `${about}: ${doneWords[command.kind] ?? 'done'}` : ''
  const kept = waiting.length === 0 ? '' : `${counted(waiting.length, 'command')} will be sent when the line is back`
  const words = !picks
    ? []
    : [
        shown.length > 0 ? `${shown.length > 1 ? `1–${Math.min(9, shown.length)}` : '1'} pick · Enter opens` : '',
        shown.length > 0 && may('set-state') ? 'A acknowledges' : '',
        shown.length > 0 && may('take-role') ? 'T takes' : '',
      ]
  return {
    keys: words.filter((each) => each !== '').join(' · '),
    said: refused || kept || (pending ? 'Sending …' : error ? `${about}: ${error.message}` : done),
  }
}
