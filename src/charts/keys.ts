/** Where an arrow key, Home or End leads in a row of `length` marks; undefined for other keys and at the ends. */
export function step(key: string, at: number, length: number): number | undefined {
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: length - 1 }[key]
  return to === undefined || to < 0 || to >= length || to === at ? undefined : to
}

/** Escape leaves a chart: the next Tab goes on from there. Says whether it was pressed. */
export function leaves(event: { readonly key: string; readonly currentTarget: EventTarget }): boolean {
  if (event.key !== 'Escape' || !(event.currentTarget instanceof HTMLElement)) return false
  event.currentTarget.blur()
  return true
}
