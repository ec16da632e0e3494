import assert from 'node:assert/strict'
import { writtenFacets } from '../../../src/domain/apply'
import { type CommandEnvelope, type CommandKind, commandKinds, targetOf } from '../../../src/domain/command'
import type { Facet } from '../../../src/domain/query/facets'
import type { TimelineEntry } from '../../../src/domain/timeline'
import { undoWithin } from '../../../src/domain/undo'
import { instant } from '../../../src/domain/units'
import type { CommandTaker, Fault } from '../../../src/sources/contract'
import { readerOf } from '../../../src/sources/paging'
import type { Harness } from '../harness'
import { type Case, everything, type Kit, never, refuses, test, walk } from '../kit'
import { envelopeOf, lawful } from '../orders'

/** Commands whose undo leaves every record that was there as it was, but for its version: they write no history. */
const restored = [
  'set-state', 'set-severity', 'assign', 'take-role', 'link-problem', 'set-step', 'link-event', 'correct-entry',
  'write-review', 'set-improvement', 'record-problem',
] as const satisfies readonly CommandKind[] // prettier-ignore

/** Commands that the history of a problem tells, and their undo too: everything else is as it was. */
const inHistory = ['set-problem', 'declare-fix', 'add-action', 'set-action'] as const satisfies readonly CommandKind[]

const refusals: readonly Fault[] = ['unsupported', 'conflict', 'forbidden']

/** The undo of a command, sent so many milliseconds after it. */
const undoOf = (asked: CommandEnvelope, wait = 1_000): CommandEnvelope => ({
  ...envelopeOf({ kind: 'undo', of: asked.key }, `${asked.key}-undo-${wait}`),
  at: instant(asked.at + wait),
})

/** Everything that can be read, without versions: those go on. */
async function picture(harness: Harness): Promise<ReadonlyMap<Facet, readonly unknown[]>> {
  const told = new Map<Facet, readonly unknown[]>()
  for (const facet of writtenFacets) {
    const reader = readerOf(harness.source, facet)
    const records: readonly object[] = reader ? await walk(reader, {}, everything) : []
    told.set(
      facet,
      records.map((record) => ({ ...record, version: undefined })),
    )
  }
  return told
}

/** The problem and what its history says last. */
async function problemOf(harness: Harness, asked: CommandEnvelope) {
  const record = await readerOf(harness.source, 'problems')?.get(targetOf(asked.command)?.id ?? '', never)
  const { history = [], version: _version, ...rest } = record ?? assert.fail('the problem cannot be read')
  return { history, rest }
}

const entriesIn = (told: ReadonlyMap<Facet, readonly unknown[]>) =>
  (told.get('timeline') ?? []) as readonly TimelineEntry[]

/** A case for sources that undo; of others it asserts that they refuse to. */
const onUndo = (kit: Kit, name: string, check: (harness: Harness, commands: CommandTaker) => Promise<void>): Case =>
  test(`commands: undo ${name}`, () =>
    kit.fresh(async (harness) => {
      const { commands } = harness.source
      if (harness.offers.commands.includes('undo'))
        return check(harness, commands ?? assert.fail('an undo is offered, yet no commands are taken'))
      assert.ok(!commands?.takes.includes('undo'), 'undo is taken, yet it is not offered')
      const undo = envelopeOf({ kind: 'undo', of: 'x' }, 'kit-undo')
      if (commands) await refuses(harness, 'undo', 'unsupported', () => commands.send(undo, never))
    }))

/** A command that the source takes and that can be undone. */
function anyDone(kit: Kit, harness: Harness): CommandEnvelope | undefined {
  const kind = commandKinds.find((each) => each !== 'undo' && harness.offers.commands.includes(each))
  return kind && lawful(kind, kit.world, harness.carries)[0]
}

/** What was done is taken back, once, soon, and by whoever did it; or it is refused and nothing changes. */
export const undoingCases = (kit: Kit): readonly Case[] => [
  ...restored.map((kind) =>
    onUndo(kit, `of ${kind} restores the records and says so in the timeline`, async (harness, commands) => {
      const [asked] = lawful(kind, kit.world, harness.carries)
      if (!harness.offers.commands.includes(kind) || !asked) return
      const before = await picture(harness)
      await commands.send(asked, never)
      await commands.send(undoOf(asked), never)
      const later = await picture(harness)
      for (const facet of writtenFacets) {
        const known = new Set(before.get(facet)?.map((record) => (record as { id: string }).id))
        const kept = later.get(facet)?.filter((record) => known.has((record as { id: string }).id))
        assert.deepEqual(kept, before.get(facet), `${facet} are not as they were`)
      }
      const about = 'incident' in asked.command || targetOf(asked.command)?.facet === 'incidents'
      if (about && readerOf(harness.source, 'timeline'))
        assert.ok(entriesIn(later).length > entriesIn(before).length, 'nothing in the timeline says that it was undone')
    }),
  ),
  ...inHistory.map((kind) =>
    onUndo(kit, `of ${kind} restores the problem and says so in its history`, async (harness, commands) => {
      const [asked] = lawful(kind, kit.world, harness.carries)
      if (!harness.offers.commands.includes(kind) || !asked) return
      const before = await problemOf(harness, asked)
      await commands.send(asked, never)
      const done = await problemOf(harness, asked)
      await commands.send(undoOf(asked), never)
      const later = await problemOf(harness, asked)
      assert.deepEqual(later.rest, before.rest)
      assert.deepEqual(later.history.slice(1), done.history, 'what was done is no longer told')
      assert.match(later.history[0]?.what ?? '', /undone/)
    }),
  ),
  onUndo(kit, 'is carried out once, however often it is sent under one key', async (harness, commands) => {
    const asked = anyDone(kit, harness)
    if (!asked) return
    await commands.send(asked, never)
    await commands.send(undoOf(asked), never)
    const once = await picture(harness)
    await commands.send(undoOf(asked), never)
    assert.deepEqual(await picture(harness), once)
    await refuses(harness, 'undo', refusals, () => commands.send(undoOf(asked, 2_000), never))
    assert.deepEqual(await picture(harness), once)
  }),
  onUndo(
    kit,
    'that comes too late, or from somebody else, is refused and changes nothing',
    async (harness, commands) => {
      const asked = anyDone(kit, harness)
      if (!asked) return
      await commands.send(asked, never)
      const before = await picture(harness)
      const late = undoOf(asked, undoWithin + 1)
      const { message } = await refuses(harness, 'undo', refusals, () => commands.send(late, never))
      assert.match(message, /too late/)
      const theirs = { ...undoOf(asked, 2), actor: 'Somebody else' }
      await refuses(harness, 'undo', refusals, () => commands.send(theirs, never))
      assert.deepEqual(await picture(harness), before)
    },
  ),
  onUndo(kit, 'of what has changed since is refused as a conflict, and changes nothing', async (harness, commands) => {
    if (!harness.offers.commands.includes('set-severity')) return
    const [asked] = lawful('set-severity', kit.world)
    if (asked?.command.kind !== 'set-severity') return
    await commands.send(asked, never)
    const { incident, to } = asked.command
    const again = { kind: 'set-severity', incident, to: to === 1 ? 2 : 1, reason: 'Seen worse' } as const
    await commands.send(envelopeOf(again, 'kit-meanwhile'), never)
    const before = await picture(harness)
    await refuses(harness, 'undo', 'conflict', () => commands.send(undoOf(asked), never))
    assert.deepEqual(await picture(harness), before)
  }),
  onUndo(kit, 'of a key that nobody knows is refused', async (harness, commands) => {
    const unknown = envelopeOf({ kind: 'undo', of: 'never sent' }, 'kit-undo-unknown')
    await refuses(harness, 'undo', refusals, () => commands.send(unknown, never))
  }),
]
