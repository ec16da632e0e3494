/** In [0, 1), another one in every browser and at every call: spreads what many browsers would do in step. */
export const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
