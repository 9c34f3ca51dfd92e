import { useUi } from '#store/ui-store.ts'
import type { ThemeChoice } from '#store/ui-store.ts'

/** A hint for the first paint only; the choice itself is kept with the other preferences. */
const HINT_KEY = 'roadbook-theme'
const darkSystem = () => window.matchMedia('(prefers-color-scheme: dark)')

function paint(choice: ThemeChoice): void {
  const dark = choice === 'dark' || (choice === 'system' && darkSystem().matches)
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

/** Follows the chosen theme and, for "system", the system's own. Call once before the first render. */
export function followTheme(): void {
  const hint = localStorage.getItem(HINT_KEY)
  if (hint === 'light' || hint === 'dark') useUi.setState({ theme: hint })
  paint(useUi.getState().theme)
  useUi.subscribe((state, before) => {
    if (state.theme === before.theme) return
    localStorage.setItem(HINT_KEY, state.theme)
    paint(state.theme)
  })
  darkSystem().addEventListener('change', () => {
    paint(useUi.getState().theme)
  })
}

export function chooseTheme(theme: ThemeChoice): void {
  useUi.setState({ theme })
}
