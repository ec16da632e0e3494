/** Colours of the canvas, read from the tokens of the page so that both themes and a person's own apply. */
export interface Palette {
  /** By level: 0 unknown, 1 (worst) to 5. */
  readonly fills: readonly string[]
  /** The same levels where they are thin strokes or glyphs. */
  readonly inks: readonly string[]
  readonly onFill: string
  readonly surface: string
  readonly line: string
  readonly tick: string
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly mark: string
  readonly font: string
}

/** Reads the colours as they apply to an element. Call again when the theme changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
  return {
    fills: [read('--line-strong', '#323b4d'), ...[1, 2, 3, 4, 5].map((level) => read(`--fill${level}`, '#8d97aa'))],
    inks: [read('--faint', '#67728a'), ...[1, 2, 3, 4, 5].map((level) => read(`--sev${level}`, '#8d97aa'))],
    onFill: read('--on-fill', '#0a0d13'),
    surface: read('--surface', '#10141c'),
    line: read('--line', '#202735'),
    tick: read('--line-strong', '#323b4d'),
    text: read('--text', '#e8ecf4'),
    muted: read('--muted', '#98a2b5'),
    accent: read('--accent', '#7c9dff'),
    mark: read('--c', '#c3a5ff'),
    font: read('--font', 'sans-serif'),
  }
}

/** Calls back when the page's theme may have changed. Returns the way to stop. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] })
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].flatMap(
    (query) => globalThis.matchMedia?.(query) ?? [],
  )
  for (const each of media) each.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    for (const each of media) each.removeEventListener('change', changed)
  }
}
