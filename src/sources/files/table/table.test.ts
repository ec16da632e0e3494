import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readWorkspace } from '../../../../test/tools/workspace'

const manifest = (spec: string, more = '') =>
  `${more}\nfiles:\n  - path: t.csv\n    kind: table\n${spec.replaceAll(/^/gm, '    ')}\n`

const columns = `facet: incidents
dates: [D/M/YYYY H:mm]
zone: Europe/Berlin
missing: ['?']
columns:
  id: number
  title: { column: what }
  state: { column: state, values: { Offen: triggered, Zu: closed } }
  severity: { column: prio, values: { hoch: 1, tief: 4 } }
  clocks.detected: opened
  clocks.resolved: { column: fixed, dates: [iso], zone: UTC }
  team: { column: group, prefix: 'team:' }
  labels: { column: tags, separator: '|' }
  slaMet: sla
  reassignments: moves
  detection: { value: person }`

const head = 'number,what,state,prio,opened,fixed,group,tags,sla,moves'

describe('tables', () => {
  it('reads declared columns, formats, zone, missing marks, booleans, numbers and lists', async () => {
    const { of, complaints, caveats } = await readWorkspace({
      'watchbill.yaml': manifest(columns),
      't.csv': `${head}\n7,"It ""broke"", twice",Offen,hoch,3/7/2026 9:05,2026-07-03 08:00,Ops,a| b,TRUE,2\n8,Quiet,Zu,?,4/7/2026 10:00,?,?,,no,?\n`,
    })
    expect(complaints).toEqual([])
    expect(caveats('incidents')).toEqual([])
    expect(of('incidents')).toEqual([
      expect.objectContaining({
        id: '8',
        state: 'closed',
        opened: Date.UTC(2026, 6, 4, 8),
        clocks: { detected: Date.UTC(2026, 6, 4, 8) },
        labels: [],
        slaMet: false,
      }),
      expect.objectContaining({
        id: '7',
        title: 'It "broke", twice',
        state: 'triggered',
        severity: 1,
        opened: Date.UTC(2026, 6, 3, 7, 5),
        clocks: { detected: Date.UTC(2026, 6, 3, 7, 5), resolved: Date.UTC(2026, 6, 3, 8) },
        team: 'team:Ops',
        labels: ['a', 'b'],
        slaMet: true,
        reassignments: 2,
        detection: 'person',
      }),
    ])
    expect(of('incidents')[0]).not.toHaveProperty('severity')
    expect(of('incidents')[0]).not.toHaveProperty('team')
  })

  it('sets bad rows aside with line and reason, and reads the rest', async () => {
    const good = (id: string) => `${id},Fine,Offen,hoch,3/7/2026 9:05,,Ops,,yes,0`
    const { of, complaints } = await readWorkspace({
      'watchbill.yaml': manifest(columns),
      't.csv': [
        head,
        good('1'),
        '2,Month first,Offen,hoch,7/13/2026 9:05,,Ops,,yes,0',
        '3,Too short',
        '4,Odd,Offen,unheard,3/7/2026 9:05,,Ops,,yes,0',
        '5,Skipped hour,Offen,hoch,29/3/2026 2:30,,Ops,,yes,0',
        '6,Not a number,Offen,hoch,3/7/2026 9:05,,Ops,,maybe,many',
        good('1'),
        '"7,open,quote',
        good('8'),
      ].join('\n'),
    })
    expect(of('incidents').map(({ id }) => id)).toEqual(['1', '8'])
    const where = 'a moment written as D/M/YYYY H:mm (Europe/Berlin).'
    expect(complaints).toEqual([
      `t.csv:3: Column opened: clocks.detected: “7/13/2026 9:05” is not ${where}`,
      't.csv:4: Set aside: the row has 2 cells, the header 10.',
      't.csv:5: Column prio: severity: “unheard” is not one of 1, 2, 3, 4, 5.',
      `t.csv:6: Column opened: clocks.detected: “29/3/2026 2:30” is not ${where}`,
      't.csv:7: Column moves: reassignments: “many” is not a number such as 12 or 1.5.',
      't.csv:8: It is told already: the first one counts.',
      't.csv:9: Set aside: a quotation mark is never closed, or stands in the middle of a cell.',
    ])
  })

  it('stops at the row limit and says so', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `w${index},Workload ${index}`)
    const { of, caveats, complaints } = await readWorkspace({
      'watchbill.yaml': manifest('facet: workloads', 'limits: { rows: 20 }'),
      't.csv': ['id,name', ...rows].join('\n'),
    })
    expect(of('workloads')).toHaveLength(20)
    expect(caveats('workloads').map(({ kind }) => kind)).toEqual(['truncated', 'set-aside'])
    expect(complaints).toEqual(['t.csv: The limit of 20 rows was reached. Raise limits.rows in watchbill.yaml.'])
  })

  it('refuses a file beyond the byte limit, and one that is not UTF-8, without losing the others', async () => {
    const { of, complaints } = await readWorkspace({
      'watchbill.yaml':
        'limits: { bytes: 60 }\nfiles: [{path: a.csv, kind: table, facet: workloads}, {path: l.csv, kind: table, facet: workloads}, {path: o.json, kind: table, facet: workloads}]\n',
      'a.csv': 'id,name\na,A\n',
      'l.csv': new Blob([new Uint8Array([0x69, 0x64, 0x0a, 0xe9, 0x0a])]),
      'o.json': JSON.stringify(Array.from({ length: 30 }, (_, index) => ({ id: `w${index}`, name: 'x' }))),
    })
    expect(of('workloads').map(({ id }) => id)).toEqual(['a'])
    expect(complaints).toEqual([
      'l.csv: It is not UTF-8 text, or its compression is broken. Save it as UTF-8 again.',
      expect.stringMatching(/^o\.json: The workspace is larger than the limit of 60 bytes/) as string,
    ])
  })

  it.each([
    ['columns: { titel: x }', /columns\.titel: there is no such field\. Known here: id, name/],
    ['columns: { id: nr }', /There is no column “nr”\. The header has: id, name\./],
    ['dates: [D/M]', /The date format “D\/M” has no year\./],
  ])('says what is wrong with %s', async (spec, reason) => {
    const { complaints } = await readWorkspace({
      'watchbill.yaml': manifest(`facet: workloads\n${spec}`),
      't.csv': 'id,name\n1,x\n',
    })
    expect(complaints).toEqual([expect.stringMatching(reason) as string])
  })

  it('reads JSON at a place, JSON lines and gzip, nested names too; __proto__ does no harm', async () => {
    const evil = '{"id":"evil","name":"Evil","__proto__":{"tags":["polluted"]},"constructor":{"prototype":{"x":1}}}'
    const { of, complaints } = await readWorkspace({
      'watchbill.yaml': `
files:
  - { path: a.json, kind: table, facet: workloads, at: result.items, columns: { id: sys.id, name: title } }
  - { path: b.jsonl.gz, kind: table, facet: workloads }
`,
      'a.json': '{"result": {"items": [{"sys": {"id": "one"}, "title": "One"}, {"title": "No id"}, 7]}}',
      'b.jsonl.gz': new Blob([gzipSync(`${evil}\n\nnot json\n{"id":"two","name":"Two","tags":["x"],"tier":2}\n`)]),
    })
    expect(of('workloads')).toEqual([
      { id: 'evil', name: 'Evil', tags: [] },
      { id: 'one', name: 'One', tags: [] },
      { id: 'two', name: 'Two', tags: ['x'], tier: 2 },
    ])
    expect(Reflect.get({}, 'tags')).toBeUndefined()
    expect(complaints).toEqual([
      'a.json:1: Column sys.id: id: missing; it should be a text.',
      'a.json:1: Set aside: the row is not an object with named fields.',
      'b.jsonl.gz:3: Set aside: the line is not JSON.',
    ])
  })

  it('reads decimal commas where they are declared', async () => {
    const { of } = await readWorkspace({
      'watchbill.yaml': manifest("facet: workloads\ndelimiter: ';'\ndecimal: ','"),
      't.csv': 'id;name;tier\na;A;1.000,5\n',
    })
    expect(of('workloads')[0]).toMatchObject({ tier: 1000.5 })
  })

  it('says that a zone was assumed when local times are read and nobody declared one', async () => {
    const csv = 'id,title,state,when\n1,x,closed,3/4/2026 9:05\n'
    const spec =
      'facet: incidents\ndates: [D/M/YYYY H:mm]\ncolumns: { id: id, title: title, state: state, opened: when }'
    const assumed = await readWorkspace({ 'watchbill.yaml': manifest(spec), 't.csv': csv })
    expect(assumed.caveats('incidents').map(({ kind }) => kind)).toEqual(['zone-assumed'])
    const declared = await readWorkspace({ 'watchbill.yaml': manifest(spec, 'zone: UTC'), 't.csv': csv })
    expect(declared.caveats('incidents')).toEqual([])
  })
})
