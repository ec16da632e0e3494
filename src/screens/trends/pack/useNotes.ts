import { useDraft } from '../../../data'
import { noNotes, type Notes, readNotes } from './model/notes'

/** What is kept under the pack's name in this browser. */
function parsed(text: string): Notes {
  try {
    return text === '' ? noNotes : readNotes(JSON.parse(text))
  } catch {
    return noNotes
  }
}

const isEmpty = ({ notes, decisions }: Notes) =>
  decisions.length === 0 && Object.values(notes).every((text) => text === '')

/** Notes and decisions of a pack, kept in this browser as they are typed, by the pack's identity. */
export function useNotes(identity: string) {
  const { text, write } = useDraft(`review pack ${identity}`)
  return { notes: parsed(text), set: (next: Notes) => write(isEmpty(next) ? '' : JSON.stringify(next)) }
}
