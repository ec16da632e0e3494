import { createContext, createElement, type ReactNode, useContext } from 'react'

const ReadOnly = createContext<string | undefined>(undefined)

/** Why nothing can be changed here; undefined where it can. */
export const useReadOnly = (): string | undefined => useContext(ReadOnly)

interface ReadOnlyProps {
  readonly value: string | undefined
  readonly children: ReactNode
}

/** Below it nothing takes a command. The value is the reason, in one sentence; undefined changes nothing. */
export function ReadOnlyProvider({ value, children }: ReadOnlyProps): ReactNode {
  const outer = useReadOnly()
  return createElement(ReadOnly, { value: value ?? outer }, children)
}
