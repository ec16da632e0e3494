/** The key that commands are combined with, as it stands on this computer's keyboard. */
export const modifier = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : 'Ctrl'
