import { useMemo } from 'react'
import { type Batch, type BatchIntent, useBatch } from '../../../data'
import { type PlannedRequest, requestsOf, type Requests } from '../../../domain/plan/requests'
import type { Plans } from '../model/usePlans'
import type { Rehearsed } from '../model/useRehearsal'

export interface Sending {
  readonly batch: Batch
  readonly requests: Requests
  /** Sends what is not asked for yet. */
  readonly send: (reason: string) => void
  /** Sends what failed once more, as things stand now. */
  readonly again: () => void
  /** Forgets what became of it. */
  readonly close: () => void
}

/**
 * The requests of the plan and the way to send them. What belongs to one sending shares a mark that the draft keeps, so
 * that a request that is sent again, even after a reload, is carried out once. A whole success ends the sending.
 */
export function useSending(plans: Plans, { outcome, requests: known }: Rehearsed, reason: string): Sending {
  const { current, edit } = plans
  const batch = useBatch()
  const requests = useMemo(() => requestsOf(outcome, known.items, reason), [outcome, known.items, reason])
  const intents = (key: string, from: readonly PlannedRequest[]): readonly BatchIntent[] =>
    from.map(({ activity, command, version, mark }) => {
      const refused = batch.failed.find(({ intent }) => intent.id === activity)?.refused === true
      return {
        id: activity,
        command,
        // What was refused is a new intent: under its old key it would only be refused again.
        ...(!refused && { key: `${key}-${mark}` }),
        ...(version !== undefined && { version }),
      }
    })
  return {
    batch,
    requests,
    send: (said) => {
      const key = current.key ?? batch.newKey()
      edit((plan) => ({ ...plan, key }))
      batch.run(intents(key, requestsOf(outcome, known.items, said).toSend))
    },
    again: () => {
      const failed = new Set(batch.failed.map(({ intent }) => intent.id))
      const key = current.key ?? batch.newKey()
      batch.again(
        intents(
          key,
          requests.toSend.filter(({ activity }) => failed.has(activity)),
        ),
      )
    },
    close: () => {
      if (batch.pending) return
      if (batch.progress && batch.failed.length === 0) edit(({ key: _sent, ...plan }) => plan)
      batch.dismiss()
    },
  }
}
