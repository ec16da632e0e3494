import type { ReactNode } from 'react'

const drawings = {
  matrix: (
    <>
      <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4z" />
      <path d="m14.5 17 2 2 4-4.5" />
    </>
  ),
  pulse: <path d="M3 12h4l2.5-7 5 14 2.5-7h4" />,
  screen: (
    <>
      <rect x="3" y="4" width="18" height="12" rx="2" />
      <path d="M9 20h6M12 16v4" />
    </>
  ),
  trend: <path d="M3 20h18M6 16v-5M11 16V6M16 16v-7M20 9l-4-4-5 3-5 3" />,
  data: (
    <>
      <ellipse cx="12" cy="6" rx="7" ry="3" />
      <path d="M5 6v6c0 1.7 3 3 7 3s7-1.3 7-3V6M5 12v6c0 1.7 3 3 7 3s7-1.3 7-3v-6" />
    </>
  ),
  search: (
    <>
      <circle cx="11" cy="11" r="7" />
      <path d="m20 20-4-4" />
    </>
  ),
  close: <path d="m6 6 12 12M18 6 6 18" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  down: <path d="m6 9 6 6 6-6" />,
  right: <path d="m9 6 6 6-6 6" />,
  left: <path d="m15 6-6 6 6 6" />,
  up: <path d="m6 15 6-6 6 6" />,
  check: <path d="m5 12.5 4.5 4.5L19 7" />,
  external: <path d="M8 16 16.5 7.5M9.5 7H17v7.5" />,
  warn: <path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1" />,
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5M12 7.8v.1" />
    </>
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4" />
    </>
  ),
  moon: <path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7Z" />,
  auto: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </>
  ),
  flag: <path d="M6 21V4h11l-2.2 4L17 12H6" />,
  arrow: <path d="M4 12h15M13 6l6 6-6 6" />,
  list: <path d="M4 6h16M4 12h16M4 18h16" />,
  note: <path d="M5 4h14v12l-4 4H5zM15 20v-4h4M8 9h8M8 13h5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  fit: <path d="M4 7v10M20 7v10M7 12h10M9.5 9.5 7 12l2.5 2.5M14.5 9.5 17 12l-2.5 2.5" />,
  more: <path d="M6 12h.1M12 12h.1M18 12h.1" strokeWidth="2.6" />,
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20a7.5 7.5 0 0 1 15 0" />
    </>
  ),
  copy: <path d="M9 9h11v11H9zM15 9V4H4v11h5" />,
  keyboard: <path d="M3 6h18v12H3zM7 10h.1M11 10h.1M15 10h.1M7.5 14h9" />,
  retry: <path d="M19 12a7 7 0 1 1-2-4.9M19 3.5V8h-4.5" />,
  folder: <path d="M3 6h6l2 2.5h10V19H3z" />,
  download: <path d="M12 4v11M7 10.5l5 5 5-5M4 20h16" />,
  filter: <path d="M4 5h16l-6.2 7.5V19l-3.6-2v-4.5z" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A line drawing in the colour of the text. Always decoration: the words stand beside it or in its button's label. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      {drawings[name]}
    </svg>
  )
}
