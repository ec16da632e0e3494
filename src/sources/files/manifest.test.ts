import { describe, expect, it } from 'vitest'
import { readManifest } from './manifest'
import { FileFault } from './sink'

const manifest = (body: string) => readManifest('watchbill.yaml', body)

describe('readManifest', () => {
  it('reads files, rules and limits', () => {
    const read = manifest(`
watchbill: 1
name: Larkmere
zone: Europe/Berlin
asOf: 2026-05-01T12:00:00Z
placeholders: [nobody yet]
limits: { rows: 10 }
files:
  - { path: owners.yaml, kind: ownership }
  - path: incidents.csv
    kind: table
    facet: incidents
    zone: Asia/Kathmandu
    dates: [D/M/YYYY H:mm]
    missing: ['?']
    columns:
      id: number
      severity: { column: priority, values: { High: 1 } }
  - { path: log.csv.gz, kind: servicenow-log }
`)
    expect(read).toMatchObject({
      name: 'Larkmere',
      zone: 'Europe/Berlin',
      asOf: Date.UTC(2026, 4, 1, 12),
      placeholders: ['nobody yet'],
      limits: { rows: 10, depth: 64 },
    })
    expect(read.files).toEqual([
      { path: 'owners.yaml', kind: 'ownership' },
      {
        path: 'incidents.csv',
        kind: 'table',
        zone: 'Asia/Kathmandu',
        table: {
          facet: 'incidents',
          zone: 'Asia/Kathmandu',
          dates: ['D/M/YYYY H:mm'],
          missing: ['?'],
          columns: { id: 'number', severity: { column: 'priority', values: { High: 1 } } },
        },
      },
      { path: 'log.csv.gz', kind: 'servicenow-log' },
    ])
  })

  it.each([
    ['files:\n  - path: a.csv\n    kind: tabel\n', 3, /files\.0\.kind: It should be one of ownership, table/],
    ['files: []\nzonne: UTC\n', 2, /“zonne” is not known here/],
    ['name: x\n', 1, /“files” is missing/],
    ['files: []\n\nzone: Europe/Atlantis\n', 3, /“Europe\/Atlantis” is no time zone/],
    ['files: []\nasOf: yesterday\n', 2, /asOf: “yesterday” is not ISO 8601/],
    ['files:\n  - path: a.csv\n    kind: table\n', 2, /“facet” is missing/],
    ['files:\n  - path: 7\n    kind: ownership\n', 2, /files\.0\.path: It should be string, not number/],
    [
      'files:\n  - path: a.csv\n    kind: table\n    facet: incidents\n    columns:\n      id: { colum: x }\n',
      6,
      /“colum” is not known here/,
    ],
    ['files: [\n', 2, /not well-formed/],
  ])('says where %j is wrong and what to do', (source, line, reason) => {
    expect(() => manifest(source)).toThrow(FileFault)
    expect(() => manifest(source)).toThrow(
      expect.objectContaining({ line, message: expect.stringMatching(reason) as string }),
    )
  })

  it('reads JSON too', () => {
    expect(readManifest('watchbill.json', '{"files": [{"path": "a.yaml", "kind": "ownership"}]}').files).toHaveLength(1)
  })
})
