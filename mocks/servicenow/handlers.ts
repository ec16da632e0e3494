import { http, HttpResponse, type RequestHandler } from 'msw'
import type { Instant } from '../../src/domain/units'
import type { Chaos } from '../chaos'
import { faultOf } from '../rest/faults'
import { type Instance, type Row, time, type Told } from './tell'

export interface ServicenowMock {
  readonly instance: Instance
  readonly now: () => Instant
  readonly chaos: Chaos
}

/** One condition of an encoded query. */
function matches(row: Row, condition: string): boolean {
  const [, name = '', operator = '', value = ''] = /^([a-z_]+)(IN|>=|=)([\s\S]*)$/.exec(condition) ?? []
  const own = row[name]?.value ?? ''
  if (operator === 'IN') return value.split(',').includes(own)
  return operator === '>=' ? own >= value : own === value
}

/** The Table API, as far as Watchbill uses it. `base` is what stands before `/api/now`. */
export function servicenowHandlers({ instance, now, chaos }: ServicenowMock, base = '*'): readonly RequestHandler[] {
  const tables = new Map(Object.entries(instance).map(([name, rows]) => [name, [...rows]]))
  let made = 0
  const rows = (name: string) => tables.get(name) ?? []
  const field = (value: string): Told => ({ value, display_value: value })
  const add = (table: string, row: Row) =>
    tables.set(table, [...rows(table), { sys_id: field(`made ${(made += 1)}`), sys_created_on: time(now()), ...row }])

  /** What the product does with a change: journal, audit, and the priority that impact and urgency make. */
  function patched(row: Row, change: Readonly<Record<string, string>>): Row {
    const { work_notes, comments, impact, urgency, close_code: _code, close_notes: _notes, ...fields } = change
    const key = row['sys_id'] ?? field('')
    for (const [element, value] of Object.entries({ work_notes, comments }))
      if (value)
        add('sys_journal_field', {
          element_id: key,
          element: field(element),
          value: field(value),
          sys_created_by: field('watchbill'),
        })
    const priority = impact === undefined ? {} : { priority: String(Number(impact) + Number(urgency) - 1) }
    const next = { ...fields, ...priority }
    for (const [name, value] of Object.entries(next))
      if (name !== 'problem_id' && row[name]?.value !== value)
        add('sys_audit', {
          documentkey: key,
          fieldname: field(name),
          oldvalue: row[name] ?? field(''),
          newvalue: field(value),
          user: field('watchbill'),
        })
    const shown = (name: string, value: string): Told =>
      name === 'problem_id'
        ? {
            value,
            display_value: rows('problem').find((each) => each['sys_id']?.value === value)?.['number']?.value ?? '',
          }
        : field(value)
    const closing =
      fields['state'] === '7' ? { closed_at: time(now()) } : fields['state'] === '6' ? { resolved_at: time(now()) } : {}
    return {
      ...row,
      ...Object.fromEntries(Object.entries(next).map(([name, value]) => [name, shown(name, value)])),
      ...closing,
      sys_mod_count: field(String(Number(row['sys_mod_count']?.value ?? 0) + 1)),
      sys_updated_on: time(now()),
    }
  }

  const wired =
    (answer: (request: Request, table: string, key: string) => Response | Promise<Response>) =>
    async ({ request, params }: { request: Request; params: Readonly<Record<string, unknown>> }) => {
      const response =
        (await faultOf(request, chaos)) ?? (await answer(request, String(params['table']), String(params['key'])))
      if (response.type !== 'error') response.headers.set('date', new Date(now()).toUTCString())
      return response
    }
  return [
    http.get(
      `${base}/api/now/table/:table`,
      wired((request, table) => {
        const { searchParams } = new URL(request.url)
        const conditions = (searchParams.get('sysparm_query') ?? '')
          .split('^')
          .filter((part) => part !== '' && !part.startsWith('ORDERBY'))
        const found = rows(table).filter((row) => conditions.every((condition) => matches(row, condition)))
        const [limit, offset] = [Number(searchParams.get('sysparm_limit')), Number(searchParams.get('sysparm_offset'))]
        const fields = (searchParams.get('sysparm_fields') ?? '').split(',')
        const result = found
          .slice(offset, offset + limit)
          .map((row) => Object.fromEntries(fields.map((name) => [name, row[name] ?? field('')])))
        return HttpResponse.json({ result }, { headers: { 'x-total-count': String(found.length) } })
      }),
    ),
    http.patch(
      `${base}/api/now/table/:table/:key`,
      wired(async (request, table, key) => {
        const row = rows(table).find((each) => each['sys_id']?.value === key)
        if (!row) return HttpResponse.json({ error: { message: 'No Record found' } }, { status: 404 })
        const next = patched(row, (await request.json()) as Readonly<Record<string, string>>)
        tables.set(
          table,
          rows(table).map((each) => (each['sys_id']?.value === key ? next : each)),
        )
        return HttpResponse.json({ result: next })
      }),
    ),
  ]
}
