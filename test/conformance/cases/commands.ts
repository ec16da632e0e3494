import assert from 'node:assert/strict'
import { isRefusal, writtenFacets } from '../../../src/domain/apply'
import { type CommandEnvelope, type CommandKind, commandKinds, targetOf } from '../../../src/domain/command'
import type { Facet, Holdings } from '../../../src/domain/query/facets'
import type { Id } from '../../../src/domain/units'
import { type Call, type CommandTaker, type Fault, retryable } from '../../../src/sources/contract'
import { readerOf } from '../../../src/sources/paging'
import type { Harness } from '../harness'
import { type Case, everything, type Kit, never, promised, refuses, test, walk } from '../kit'
import { anyEnvelope, astray, lawful, reference, unlawful } from '../orders'

/** Faults that say no for good: trying again would be refused again. */
const refusals: readonly Fault[] = (['unsupported', 'conflict', 'forbidden'] as const).filter(
  (fault) => !retryable[fault],
)

type Body = Readonly<Record<string, unknown>>

/** A record without its version, which is the backend's own. */
function bodyOf(record: object): { readonly body: Body; readonly version: unknown } {
  const { version, ...body }: Body = { ...record }
  return { body, version }
}

const asItIs = (_facet: Facet, body: Body): Body => body

/** The record as it reads now; undefined where it cannot be read, or is not there. */
async function read(harness: Harness, facet: Facet, id: Id) {
  const record = await promised(harness, facet)?.get(id, never)
  return record && bodyOf(record)
}

/** The record that a command concerns, as it reads now. */
async function reading(harness: Harness, { command }: CommandEnvelope) {
  const { facet, id } = targetOf(command) ?? assert.fail(`${command.kind} concerns no record`)
  return (await read(harness, facet, id)) ?? assert.fail(`${id} takes commands, yet it cannot be read`)
}

const entriesOf = async (harness: Harness, { command }: CommandEnvelope) => {
  const timeline = readerOf(harness.source, 'timeline')
  const target = targetOf(command)
  const incident = target?.facet === 'incidents' ? target.id : 'incident' in command ? command.incident : undefined
  const incidents = 'incidents' in command ? [...new Set(command.incidents)] : incident === undefined ? [] : [incident]
  return timeline && incidents.length > 0 ? walk(timeline, { incidents }, everything) : undefined
}

/** Everything that a command may touch, as it reads now. */
async function around(harness: Harness, asked: CommandEnvelope) {
  const { body, version } = await reading(harness, asked)
  const told = body['activity']
  const activity = targetOf(asked.command)?.facet === 'activities' ? body['id'] : told
  const about = { activities: typeof activity === 'string' ? [activity] : [] }
  const ids = asked.command.kind === 'record-problem' ? asked.command.incidents : []
  const list = async <F extends 'requests' | 'improvements' | 'assignments'>(facet: F) => {
    const reader = readerOf(harness.source, facet)
    return reader && about.activities.length > 0 ? walk(reader, about, everything) : []
  }
  const [incidents, problems] = [readerOf(harness.source, 'incidents'), readerOf(harness.source, 'problems')]
  return {
    body,
    version,
    // What is made, and what is to point to it: all of it or nothing.
    linked: incidents && ids.length > 0 ? await walk(incidents, { ids }, everything) : [],
    problems: problems && ids.length > 0 ? await walk(problems, {}, everything) : [],
    entries: await entriesOf(harness, asked),
    requests: await list('requests'),
    improvements: await list('improvements'),
    assignments: await list('assignments'),
  }
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

/** That what the domain says of a facet is what reads so: by id, or for new records by what the receipt names. */
async function expectWritten(
  harness: Harness,
  world: Holdings,
  facet: (typeof writtenFacets)[number],
  wanted: readonly { readonly id: Id }[],
  named: readonly Id[],
): Promise<void> {
  if (!readerOf(harness.source, facet)) return
  const known = new Set<Id>(world[facet].map(({ id }) => id))
  const made = named.filter((id) => !known.has(id))
  for (const record of wanted) {
    const fresh = !known.has(record.id)
    // A backend may give its own id to what it makes.
    const id = fresh ? (made.shift() ?? assert.fail(`the receipt names none of the new ${facet}`)) : record.id
    assert.ok(named.includes(id), `the receipt does not name ${id}`)
    const told = (await read(harness, facet, id)) ?? assert.fail(`${id} of ${facet} cannot be read`)
    const compared = harness.telling?.record ?? asItIs
    assert.deepEqual(compared(facet, told.body), compared(facet, { ...bodyOf(record).body, id }))
  }
}

async function carriesOut(kit: Kit, harness: Harness, commands: CommandTaker, asked: CommandEnvelope): Promise<void> {
  const outcome = reference(kit.world, asked)
  assert.ok(!isRefusal(outcome))
  const before = await reading(harness, asked)
  const entries = await entriesOf(harness, asked)
  const version = typeof before.version === 'string' ? before.version : undefined
  const { changed } = await commands.send(withVersion(asked, version), call)
  // New entries are compared below, but for what is the backend's own.
  const corrected = outcome.timeline.filter(({ id }) => kit.world.timeline.some((entry) => entry.id === id))
  for (const facet of writtenFacets)
    await expectWritten(
      harness,
      kit.world,
      facet,
      facet === 'timeline' ? corrected : outcome[facet],
      changed[facet] ?? [],
    )
  for (const id of outcome.removed) {
    assert.ok(changed.assignments?.includes(id), `the receipt does not name ${id}, which is gone`)
    assert.equal(await read(harness, 'assignments', id), undefined, `${id} was taken away and is still there`)
  }
  const { facet, id } = targetOf(asked.command) ?? assert.fail()
  const touched = writtenFacets.some((each) => each === facet && outcome[each].some((record) => record.id === id))
  const after = await reading(harness, asked)
  if (!touched) assert.deepEqual(after, before)
  else if (version !== undefined) assert.notEqual(after.version, version, 'the version stands still')

  const later = await entriesOf(harness, asked)
  if (!entries || !later) return
  const known = new Set(entries.map((entry) => entry.id))
  const told = later
    .filter((entry) => !known.has(entry.id))
    .map(({ kind, text, from, to }) => ({ kind, text, from, to }))
  const expected = outcome.timeline
    .filter((entry) => !corrected.includes(entry))
    .map(({ kind, text, from, to }) => ({ kind, text, from, to }))
  assert.deepEqual(told, harness.telling?.entries(expected) ?? expected)
}

/** Lawful commands that the backend carries out, or those that it does not. */
const lawfulFor = ({ carries = () => true }: Harness, kind: CommandKind, { world }: Kit, carried = true) =>
  lawful(kind, world, (command) => carries(command) === carried)

const ofKind = (kit: Kit, kind: CommandKind): readonly Case[] => {
  const onTaker = (
    name: string,
    check: (harness: Harness, commands: CommandTaker, asked: CommandEnvelope) => Promise<void>,
  ) =>
    test(`commands: ${kind} ${name}`, () =>
      kit.fresh(async (harness) => {
        const commands = await taker(harness, kind, kit)
        const [asked] = lawfulFor(harness, kind, kit)
        if (commands && asked) await check(harness, commands, asked)
      }))
  return [
    onTaker('is carried out, read afterwards and told in the timeline', async (harness, commands) => {
      const asked = lawfulFor(harness, kind, kit)
      assert.ok(asked.length > 0 || lawful(kind, kit.world).length === 0, `not one lawful ${kind} is carried out`)
      for (const each of asked) await carriesOut(kit, harness, commands, each)
      for (const each of lawfulFor(harness, kind, kit, false))
        await refuses(harness, kind, 'unsupported', () => commands.send({ ...each, key: `${each.key}-refused` }, call))
    }),
    onTaker('is carried out once, however often it is sent under one key', async (harness, commands, asked) => {
      await commands.send(asked, call)
      const once = await around(harness, asked)
      await commands.send(asked, call)
      assert.deepEqual(await around(harness, asked), once)
    }),
    onTaker(
      'on a version that has moved on is refused as a conflict, and changes nothing',
      async (harness, commands, asked) => {
        const before = await around(harness, asked)
        await refuses(harness, kind, 'conflict', () => commands.send({ ...asked, version: 'long ago' }, call))
        assert.deepEqual(await around(harness, asked), before)
      },
    ),
    onTaker('on an unknown record is refused', async (harness, commands, asked) => {
      await refuses(harness, kind, refusals, () => commands.send(astray(asked), call))
    }),
    onTaker('that is unlawful is refused with the reason, and changes nothing', async (harness, commands) => {
      const wrong = unlawful(kind, kit.world)
      if (!wrong) return assert.equal(kind, 'mark-reviewed', `the world has no unlawful ${kind}`)
      const before = await around(harness, wrong)
      const outcome = reference(kit.world, wrong)
      const { message } = await refuses(harness, kind, refusals, () => commands.send(wrong, call))
      assert.ok(isRefusal(outcome) && message.includes(outcome.reason), `"${message}" does not say why`)
      assert.deepEqual(await around(harness, wrong), before)
    }),
  ]
}

/** Commands change what is read, once, or are refused with the reason. */
export const commandCases = (kit: Kit): readonly Case[] => [
  ...commandKinds.filter((kind) => kind !== 'undo').flatMap((kind) => ofKind(kit, kind)),
  test('commands: one that is called off before it is sent changes nothing', () =>
    kit.fresh(async (harness) => {
      const [kind] = harness.offers.commands
      const { commands } = harness.source
      if (kind === undefined || !commands) return assert.equal(commands?.takes.length ?? 0, 0)
      const [asked = assert.fail('the world has no lawful command')] = lawfulFor(harness, kind, kit)
      const before = await around(harness, asked)
      await refuses(harness, kind, 'aborted', () => commands.send(asked, { signal: AbortSignal.abort() }))
      assert.deepEqual(await around(harness, asked), before)
    })),
]
