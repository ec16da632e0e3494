import type { ConfiguredSource } from '../../data'
import { SourceError } from '../../sources/contract'

/** Sources that are asked, and never told anything: each command is refused with the reason, before it goes out. */
export function readOnly(reason: string): (sources: readonly ConfiguredSource[]) => readonly ConfiguredSource[] {
  const known = new WeakMap<ConfiguredSource, ConfiguredSource>()
  const guarded = (each: ConfiguredSource): ConfiguredSource => {
    const { source } = each
    if (!source?.commands) return each
    const { takes } = source.commands
    const send = () => Promise.reject(new SourceError('forbidden', source.id, reason))
    return { ...each, source: { ...source, commands: { takes, send } } }
  }
  return (sources) =>
    sources.map((each) => {
      const made = known.get(each) ?? guarded(each)
      known.set(each, made)
      return made
    })
}
