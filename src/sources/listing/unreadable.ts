/** A record that fits its schema and still cannot be understood. Its message says why and how to mend it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
