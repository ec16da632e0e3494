export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const two = (hour: number) => String(hour).padStart(2, '0')

/** The hour of a week, 0 = Monday 00:00 … 167, in words: `Tuesday 09:00 to 10:00`. */
export const hourOfWeek = (index: number): string =>
  `${weekdays[Math.floor(index / 24)]} ${two(index % 24)}:00 to ${two((index % 24) + 1)}:00`
