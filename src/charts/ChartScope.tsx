import { createContext, use } from 'react'
import type { Instant } from '../domain/units'

/** What a drawing that leaves the product must say of itself besides its own words. */
export interface ChartScope {
  /** One line each: range, filters, what is left out. */
  readonly lines: readonly string[]
  /** The moment its numbers are as of. */
  readonly asOf: Instant
  /** IANA zone. */
  readonly zone: string
}

const Context = createContext<ChartScope | undefined>(undefined)

/** Tells all charts inside what they look at. Charts outside of one are not handed out. */
export const ChartScopeProvider = Context.Provider

export const useChartScope = (): ChartScope | undefined => use(Context)
