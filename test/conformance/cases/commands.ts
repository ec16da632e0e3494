import assert from 'node:assert/strict'
import { isRefusal } from '../../../src/domain/apply'
import { type CommandEnvelope, type CommandKind, commandKinds } from '../../../src/domain/command'
import type { Activity } from '../../../src/domain/ownership'
import type { Incident } from '../../../src/domain/incident'
import { type Call, type CommandTaker, type Fault, retryable } from '../../../src/sources/contract'
import { readerOf } from '../../../src/sources/paging'
import type { Harness } from '../harness'
import { type Case, everything, type Kit, never, promised, refuses, test, walk } from '../kit'
import { anyEnvelope, astray, lawful, reference, targetOf, unlawful } from '../orders'

/** Faults that say no for good: trying again would be refused again. */
const refusals: readonly Fault[] = (['unsupported', 'conflict', 'forbidden'] as const).filter(
  (fault) => !retryable[fault],
)

type Record = Incident | Activity

/** The record as it reads now, without the version, which is the backend's own. */
async function reading(
  harness: Harness,
  { command }: CommandEnvelope,
): Promise<{ body: unknown; version: string | undefined }> {
  const { facet, id } = targetOf(command)
  const record: Record | undefined = await promised(harness, facet)?.get(id, never)
  assert.ok(record, `${id} takes commands, yet it cannot be read`)
  const { version, ...body } = record
  return { body, version }
}

const entriesOf = async (harness: Harness, { command }: CommandEnvelope) => {
  const timeline = readerOf(harness.source, 'timeline')
  return timeline && command.kind !== 'mark-reviewed'
    ? walk(timeline, { incidents: [command.incident] }, everything)
    : undefined
}

const call: Call = never

/** The part of the source that takes commands, where this kind is offered. Where not, sending one must be refused. */
async function taker(harness: Harness, kind: CommandKind, kit: Kit): Promise<CommandTaker | undefined> {
  const { commands } = harness.source
  if (harness.offers.commands.includes(kind)) return commands ?? assert.fail('commands are offered, yet none are taken')
  assert.ok(!commands?.takes.includes(kind), `${kind} is taken, yet it is not offered`)
  const [envelope = anyEnvelope] = lawful(kind, kit.world)
  if (commands) await refuses(harness, `sending ${kind}`, 'unsupported', () => commands.send(envelope, call))
  return undefined
}

const withVersion = (envelope: CommandEnvelope, version: string | undefined): CommandEnvelope =>
  version === undefined ? envelope : { ...envelope, version }

async function carriesOut(kit: Kit, harness: Harness, commands: CommandTaker, asked: CommandEnvelope): Promise<void> {
  const outcome = reference(kit.world, asked)
  assert.ok(!isRefusal(outcome))
  const before = await reading(harness, asked)
  const entries = await entriesOf(harness, asked)
  const receipt = await commands.send(withVersion(asked, before.version), call)
  const { facet, id } = targetOf(asked.command)
  assert.ok(receipt.changed[facet]?.includes(id), `the receipt does not name ${id}`)

  const after = await reading(harness, asked)
  const [wanted] = [...outcome.incidents, ...outcome.activities]
  const { version: _version, ...body } = wanted ?? assert.fail()
  assert.deepEqual(after.body, body)
  if (before.version !== undefined) assert.notEqual(after.version, before.version, 'the version stands still')

  const later = await entriesOf(harness, asked)
  if (!entries || !later) return
  const known = new Set(entries.map((entry) => entry.id))
  const told = later
    .filter((entry) => !known.has(entry.id))
    .map(({ kind, text, from, to }) => ({ kind, text, from, to }))
  assert.deepEqual(
    told,
    outcome.timeline.map(({ kind, text, from, to }) => ({ kind, text, from, to })),
  )
}

const ofKind = (kit: Kit, kind: CommandKind): readonly Case[] => {
  const onTaker = (
    name: string,
    check: (harness: Harness, commands: CommandTaker, asked: CommandEnvelope) => Promise<void>,
  ) =>
    test(`commands: ${kind} ${name}`, () =>
      kit.fresh(async (harness) => {
        const commands = await taker(harness, kind, kit)
        const [asked] = lawful(kind, kit.world)
        if (commands && asked) await check(harness, commands, asked)
      }))
  return [
    onTaker('is carried out, read afterwards and told in the timeline', async (harness, commands) => {
      for (const asked of lawful(kind, kit.world)) await carriesOut(kit, harness, commands, asked)
    }),
    onTaker('is carried out once, however often it is sent under one key', async (harness, commands, asked) => {
      await commands.send(asked, call)
      const [record, entries] = [await reading(harness, asked), await entriesOf(harness, asked)]
      await commands.send(asked, call)
      assert.deepEqual(await reading(harness, asked), record)
      assert.deepEqual(await entriesOf(harness, asked), entries)
    }),
    onTaker(
      'on a version that has moved on is refused as a conflict, and changes nothing',
      async (harness, commands, asked) => {
        const before = await reading(harness, asked)
        await refuses(harness, kind, 'conflict', () => commands.send({ ...asked, version: 'long ago' }, call))
        assert.deepEqual(await reading(harness, asked), before)
      },
    ),
    onTaker('on an unknown record is refused', async (harness, commands, asked) => {
      await refuses(harness, kind, refusals, () => commands.send(astray(asked), call))
    }),
    onTaker('that is unlawful is refused with the reason, and changes nothing', async (harness, commands) => {
      const wrong = unlawful(kind, kit.world)
      if (!wrong) return assert.equal(kind, 'mark-reviewed', `the world has no unlawful ${kind}`)
      const before = await reading(harness, wrong)
      const outcome = reference(kit.world, wrong)
      const { message } = await refuses(harness, kind, refusals, () => commands.send(wrong, call))
      assert.ok(isRefusal(outcome) && message.includes(outcome.reason), `"${message}" does not say why`)
      assert.deepEqual(await reading(harness, wrong), before)
    }),
  ]
}

/** Commands change what is read, once, or are refused with the reason. */
export const commandCases = (kit: Kit): readonly Case[] => [
  ...commandKinds.flatMap((kind) => ofKind(kit, kind)),
  test('commands: one that is called off before it is sent changes nothing', () =>
    kit.fresh(async (harness) => {
      const [kind] = harness.offers.commands
      const { commands } = harness.source
      if (kind === undefined || !commands) return assert.equal(commands?.takes.length ?? 0, 0)
      const [asked = assert.fail('the world has no lawful command')] = lawful(kind, kit.world)
      const before = await reading(harness, asked)
      await refuses(harness, kind, 'aborted', () => commands.send(asked, { signal: AbortSignal.abort() }))
      assert.deepEqual(await reading(harness, asked), before)
    })),
]
