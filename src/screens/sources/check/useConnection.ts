import { useEffect, useRef, useState } from 'react'
import { type ConfiguredSource, useMoment } from '../../../data'
import { checkConnection, type Connection } from './connection'

export interface ConnectionCheck {
  /** Undefined until it was asked for. */
  readonly connection: Connection | undefined
  readonly begin: () => void
}

/** Checks a connection when asked to. `fresh`: the source is opened for this only, and closed after it. */
export function useConnection(open: () => Promise<ConfiguredSource>, fresh: boolean): ConnectionCheck {
  const [connection, setConnection] = useState<Connection>()
  const now = useMoment()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const begin = () => {
    running.current?.abort()
    const leaving = new AbortController()
    running.current = leaving
    const { signal } = leaving
    let opened: ConfiguredSource | undefined
    const opening = async () => (opened = await open())
    const tell = (told: Connection) => {
      if (!signal.aborted) setConnection(told)
    }
    void checkConnection(opening, { fresh, now, signal, tell }).finally(() => {
      if (fresh) opened?.source?.close()
    })
  }
  return { connection, begin }
}
