import { openHelp } from '../keyboard/help'
import { pathTo } from '../paths'
import { chooseTheme, themes } from '../theme'
import { places } from '../views'
import type { Entry } from './entries'

/** What can be done from anywhere. */
export function commands(go: (path: string) => void): readonly Entry[] {
  return [
    ...places.map(({ view, label, icon, key }): Entry => ({
      key: `go ${view}`,
      group: 'Go to',
      icon,
      title: label,
      hint: `g ${key}`,
      run: () => go(pathTo(view)),
    })),
    ...themes.map((theme): Entry => ({
      key: `theme ${theme}`,
      group: 'Commands',
      icon: theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'auto',
      title: theme === 'system' ? 'Theme like the computer' : `Theme ${theme}`,
      hint: '',
      run: () => chooseTheme(theme),
    })),
    { key: 'help', group: 'Commands', icon: 'keyboard', title: 'Keys', hint: '?', run: openHelp },
  ]
}
