/** 128 random bits in hexadecimal digits. Not `randomUUID`: that is missing where the app is served over plain http. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
