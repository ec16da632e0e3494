import { alertRules } from './alertRules'
import { kubernetesSigs } from './kubernetesSigs'
import type { Recipe } from './recipe'
import { servicenowLog } from './servicenowLog'
import { statuspageHistory } from './statuspageHistory'

export type { Recipe } from './recipe'

/** Shapes that are known by name, or by how they begin. */
export const recipes: readonly Recipe[] = [servicenowLog, statuspageHistory, kubernetesSigs, alertRules]
