import type { Candidate } from '../../domain/recurrence/candidate'
import { findGroups } from '../../domain/recurrence/groups'

globalThis.addEventListener('message', ({ data }: MessageEvent<readonly Candidate[]>) =>
  globalThis.postMessage(findGroups(data)),
)
