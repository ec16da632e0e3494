import type { ReactNode } from 'react'

export type Level = 1 | 2 | 3 | 4 | 5

const digit = (level: Level, y: number, fill: string): ReactNode => (
  <text x="9" y={y} textAnchor="middle" fontSize="9.5" fontWeight="800" fill={fill} fontFamily="var(--font)">
    {level}
  </text>
)

/** Shape, number and colour each tell the level alone. */
const shapes: Readonly<Record<Level, ReactNode>> = {
  1: (
    <>
      <path d="M6 1h6l5 5v6l-5 5H6l-5-5V6z" fill="var(--fill1)" />
      {digit(1, 12.6, '#fff')}
    </>
  ),
  2: (
    <>
      <path d="M9 1.2 17 16.5H1z" fill="var(--fill2)" />
      {digit(2, 14.6, '#1b0d00')}
    </>
  ),
  3: (
    <>
      <path d="M9 .8 17.2 9 9 17.2.8 9z" fill="var(--fill3)" />
      {digit(3, 12.6, '#1d1600')}
    </>
  ),
  4: (
    <>
      <circle cx="9" cy="9" r="7.6" fill="none" stroke="var(--sev4)" strokeWidth="1.8" />
      {digit(4, 12.6, 'var(--sev4)')}
    </>
  ),
  5: (
    <>
      <circle cx="9" cy="9" r="6.8" fill="none" stroke="var(--sev5)" strokeWidth="1.4" strokeDasharray="2.2 2.2" />
      {digit(5, 12.6, 'var(--sev5)')}
    </>
  ),
}

const unknown = (
  <>
    <rect x="2" y="2" width="14" height="14" rx="3" fill="none" stroke="var(--muted)" strokeDasharray="3 2" />
    <path
      d="M6.8 7a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .7-1 1.5M9 12.8v.1"
      fill="none"
      stroke="var(--muted)"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
  </>
)

export interface SeverityGlyphProps {
  /** 1 is the worst; undefined when no level is known. */
  readonly level: Level | undefined
  /** Pixels, or any CSS length (`3vh` on a wall). */
  readonly size?: number | string
  /** What a screen reader says; an empty text when the words stand beside it. */
  readonly label?: string
}

/** A severity as shape, number and colour. Unknown has a look of its own. */
export function SeverityGlyph({ level, size = 18, label }: SeverityGlyphProps) {
  const name = label ?? (level === undefined ? 'severity unknown' : `severity ${level}`)
  return (
    <svg
      viewBox="0 0 18 18"
      width={size}
      height={size}
      style={{ flex: 'none', width: size, height: size }}
      {...(name === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {level === undefined ? unknown : shapes[level]}
    </svg>
  )
}
