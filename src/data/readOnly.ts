import { createContext, useContext } from 'react'

const ReadOnly = createContext<string | undefined>(undefined)

/** Below it nothing takes a command. The value is the reason, in one sentence; undefined changes nothing. */
export const ReadOnlyProvider = ReadOnly.Provider

/** Why nothing can be changed here; undefined where it can. */
export const useReadOnly = (): string | undefined => useContext(ReadOnly)
