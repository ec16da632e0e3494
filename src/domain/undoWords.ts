import { stepStateOf } from './duties'
import { incidentRoles } from './incident'
import type { Carried, Held } from './outcome'
import { eventFields, type EntryFields, planEntry, stepMoment, type TimelineEntry } from './timeline'

const undone = 'Undone.'

/**
 * The opposite of an entry, so that whoever reads the log alone comes to the same: from and to change places, a step is
 * what it was before, a role is with whom it was. Words cannot be unsaid: a note says that they were taken back.
 */
export function inverseOf(entry: TimelineEntry, before: Carried['before'], held: Held): EntryFields {
  const { kind, text = '', from = '', to = '' } = entry
  const was = before.incidents.find(({ id }) => id === entry.incident)
  // An entry that stood before was corrected: it is as it was, and this only tells so.
  if (before.timeline.some(({ id }) => id === entry.id))
    return { kind: 'note', text: `Took back a correction: “${text}”` }
  const undoes = entry.id
  switch (kind) {
    case 'plan': {
      const moment = stepMoment(entry)
      const step = moment && was?.plan?.steps.find(({ id }) => id === moment.step)
      if (step) {
        return { ...planEntry(step, stepStateOf(step), step.skippedBecause), undoes }
      }
      break
    }
    case 'event': {
      const event = held.event(to === '' ? from : to)
      if (event) return { ...eventFields(event, to === ''), undoes }
      break
    }
    case 'assignment': {
      const role = incidentRoles.find((each) => each === text)
      if (role === undefined) return { kind, from: to, to: from, text: undone, undoes }
      const holder = was?.roles.find((each) => each.role === role && role !== 'responder')?.person ?? ''
      return { kind, from: to, to: holder, text: role, undoes }
    }
    case 'state':
    case 'severity':
    case 'link':
      return { kind, from: to, to: from, text: undone, undoes }
    case 'resume':
      return { kind: 'state', from: to, to: from, text: undone, undoes }
    case 'note':
    case 'update':
    case 'deploy':
    case 'escalation':
    default:
  }
  return { kind: 'note', text: text === '' ? undone : `Took back: “${text}”`, undoes }
}
