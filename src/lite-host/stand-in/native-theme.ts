import { EventEmitter } from 'node:events'
import { onlyListed } from '../only-listed.ts'

class StandInTheme extends EventEmitter {
  /** What main asks for; the page itself follows the desktop through the browser. */
  themeSource: 'system' | 'light' | 'dark' = 'system'
  readonly shouldUseHighContrastColors = false
  readonly prefersReducedTransparency = false

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark'
  }
}

export const nativeTheme = onlyListed('nativeTheme', new StandInTheme())
