import {
  type ChangeRequest,
  changeKinds,
  changeStates,
  type Exception,
  type OwnershipMoment,
  type RoleStep,
} from '../../domain/change'
import { gapKinds } from '../../domain/gaps'
import type { Role } from '../../domain/ownership'
import { roleWords } from './roleWords'
import { each, oneOf, same, shape, time, word } from './shape'
import type { Wire } from './wire.generated'

export const exception = shape<Wire['Exception'], Exception>({
  gap: word(gapKinds),
  until: time,
  reason: same,
  by: same,
})

export const moment = shape<Wire['OwnershipMoment'], OwnershipMoment>({
  at: time,
  what: same,
  by: same,
  evidence: same,
})

const step = shape<Wire['RoleStep'], RoleStep>({ op: same, role: oneOf<Role>(roleWords), party: same })

export const changeRequest = shape<Wire['ChangeRequest'], ChangeRequest>({
  id: same,
  activity: same,
  kind: word(changeKinds),
  steps: each(step),
  gap: word(gapKinds),
  expires: time,
  reason: same,
  proposer: same,
  proposedAt: time,
  approvers: same,
  state: word(changeStates),
  decidedBy: same,
  decidedAt: time,
  note: same,
  plan: same,
  version: same,
})
