/** True where the command key is ⌘. */
export const isMac = /mac/i.test(globalThis.navigator?.platform ?? '')

const MAC_KEYS: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Delete: '⌫',
}
const OTHER_KEYS: Readonly<Record<string, string>> = { Mod: 'Ctrl', Delete: 'Del' }
const NAMED: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Plus: '+',
  Comma: ',',
  Period: '.',
}

/** The keys of a shortcut such as `Mod+Shift+Z` as a person of this platform knows them. */
export function shortcutKeys(shortcut: string, mac: boolean = isMac): readonly string[] {
  return shortcut.split('+').map((key) => (mac ? MAC_KEYS : OTHER_KEYS)[key] ?? NAMED[key] ?? key)
}

/** The same as one short text: `⇧⌘Z` or `Ctrl Shift Z`. */
export function shortcutText(shortcut: string, mac: boolean = isMac): string {
  return shortcutKeys(shortcut, mac).join(mac ? '' : ' ')
}
