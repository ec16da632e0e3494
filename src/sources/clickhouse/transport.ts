import * as v from 'valibot'
import { type Instant, instant } from '../../domain/units'
import { type Call, SourceError } from '../contract'
import type { Parameters } from './parameters'
import type { QueryName } from './queries'

/** Rows of an answer, each a list of columns, and when they were true. */
export interface Answer {
  readonly rows: readonly (readonly unknown[])[]
  readonly asOf: Instant
}

/** A way to put the questions. Rejects with SourceError. */
export interface Transport {
  ask(name: QueryName, parameters: Parameters, call: Call): Promise<Answer>
  /** ClickHouse's clock minus the browser's in milliseconds, from the last answer that told the time. */
  clockOffset(): number | undefined
}

/** Where and for whom is asked. */
export interface Asking {
  /** Id of the source. */
  readonly source: string
  /** Absolute, without a slash at its end. */
  readonly url: string
  readonly database?: string
  /** Milliseconds until a question is given up. */
  readonly patience: number
  /** The browser's clock. */
  readonly now: () => number
}

/** An error that ClickHouse itself answers with: its code stands in the head, whatever the status. */
export const isException = (response: Response): boolean => response.headers.has('x-clickhouse-exception-code')

const answerSchema = v.object({ data: v.array(v.array(v.unknown())) })

/** Reads answers in the format JSONCompact, and the clock by the way. */
export function reading({ source, url, now }: Asking) {
  let offset: number | undefined
  return {
    clockOffset: () => offset,
    answer(body: unknown, date: string | null | undefined): Answer {
      const verdict = v.safeParse(answerSchema, body)
      if (!verdict.success)
        throw new SourceError('bad-response', source, `${url} answered with something else than rows of ClickHouse.`)
      const told = Date.parse(date ?? '')
      // The header counts whole seconds: on average it is half a second behind.
      if (Number.isFinite(told)) offset = told + 500 - now()
      return { rows: verdict.output.data, asOf: instant(Number.isFinite(told) ? told : now()) }
    },
  }
}
