import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { problemOrders } from '../model/problems'

const parser = parseAsStringLiteral(problemOrders).withDefault('incidents')

/** What problems are ranked by: it stands in the address. */
export const useOrder = () => useQueryState('problems', parser)
