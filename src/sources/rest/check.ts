import { type OutputUnit, Validator } from '@cfworker/json-schema'
import { wireSchemas } from './schemas.generated'
import type { Wire } from './wire.generated'

type Checked = keyof typeof wireSchemas & keyof Wire

const validators = new Map<Checked, Validator>()

/** Built when first wanted: each takes a walk over all schemas. */
function validatorOf(name: Checked): Validator {
  const known = validators.get(name)
  if (known) return known
  const made = new Validator({ $defs: wireSchemas, $ref: `#/$defs/${name}` }, '2020-12', true)
  validators.set(name, made)
  return made
}

/** The innermost error: the outer ones only say that something inside is wrong. */
const inWords = (errors: readonly OutputUnit[]): string => {
  const deepest = errors.at(-1)
  return deepest === undefined ? 'It does not fit the schema.' : `${deepest.instanceLocation}: ${deepest.error}`
}

export type Verdict<T> = { readonly fits: true; readonly value: T } | { readonly fits: false; readonly reason: string }

/** Whether a value from outside is what the document says. The one place where bytes from outside become a type. */
export function check<N extends Checked>(name: N, value: unknown): Verdict<Wire[N]> {
  const { valid, errors } = validatorOf(name).validate(value)
  // The schema has just been checked, and the type is made from the same schema.
  return valid ? { fits: true, value: value as Wire[N] } : { fits: false, reason: inWords(errors) }
}
