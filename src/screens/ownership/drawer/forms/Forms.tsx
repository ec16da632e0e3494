import type { Id } from '../../../../domain/units'
import type { Ask } from '../ask'
import { ChangeForm } from './ChangeForm'
import { FeedbackForm } from './FeedbackForm'
import type { FormProps } from './FormFrame'
import { ImprovementForm } from './ImprovementForm'
import { ReviewForm } from './ReviewForm'

interface FormsProps extends FormProps {
  readonly ask: Ask
  readonly party: Id | undefined
}

/** The form that stands open. */
export default function Forms({ ask, party, ...form }: FormsProps) {
  switch (ask) {
    case 'change':
      return <ChangeForm {...form} party={party} />
    case 'review':
      return <ReviewForm {...form} />
    case 'feedback':
      return <FeedbackForm {...form} />
    case 'improvement':
      return <ImprovementForm {...form} />
  }
}
