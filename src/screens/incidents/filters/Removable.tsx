import { ChipButton, Icon } from '../../../ui'

interface RemovableProps {
  readonly text: string
  /** What pressing it does, for those who do not see the cross. */
  readonly what: string
  readonly onRemove: () => void
}

/** A filter of one value: pressing it takes it away. */
export const Removable = ({ text, what, onRemove }: RemovableProps) => (
  <ChipButton onClick={onRemove}>
    {text}
    <Icon name="close" size={12} />
    <span className="hidden">{what}</span>
  </ChipButton>
)
