import { useFormDraft } from '../../../data'
import { type Incident, severity } from '../../../domain/incident'
import { useKeys } from '../../../ui'
import type { Action } from './actions'
import { draftOf, type SeverityFields } from './forms'
import type { Response } from './Response'

/** `s` and then a digit: the form opens with that severity chosen. Once it is open, it hears the digits itself. */
export function useSeverityKeys(
  incident: Incident,
  begins: SeverityFields,
  response: Response | undefined,
  buttonOf: (action: Action) => HTMLElement | null,
): void {
  const { set } = useFormDraft(draftOf('severity', incident.id), begins)
  useKeys('Incident: severity', [
    {
      keys: 's ([1-5])',
      shown: 's 1–5',
      label: 'Severity by its number',
      run: ({ key }) => {
        const to = severity(Number(key))
        const action = response?.actions.find(({ form }) => form === 'severity')
        if (!response || !action || to === undefined) return
        if (action.reason !== undefined) return response.act(action)
        set({ to })
        response.open('severity', buttonOf(action))
      },
    },
  ])
}
