import { IconButton, type IconName } from '../../ui'
import { chooseTheme, type Theme, themes, useTheme } from '../theme'

const looks: Readonly<Record<Theme, { readonly icon: IconName; readonly name: string }>> = {
  system: { icon: 'auto', name: 'like the computer' },
  light: { icon: 'sun', name: 'light' },
  dark: { icon: 'moon', name: 'dark' },
}

const next = (theme: Theme): Theme => themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'

/** Goes round the three themes. Its name says the one shown and the one that comes next. */
export function ThemeSwitch() {
  const theme = useTheme()
  const after = next(theme)
  return (
    <IconButton
      icon={looks[theme].icon}
      label={`Theme: ${looks[theme].name}. Change to ${looks[after].name}.`}
      onClick={() => chooseTheme(after)}
    />
  )
}
