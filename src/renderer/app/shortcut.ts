import { isMac } from '#ui/platform.ts'

/** What of a key press a shortcut looks at. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const NAMES: Readonly<Record<string, string>> = {
  Plus: '+',
  Space: ' ',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Delete: 'Delete',
}

/** True for a shortcut that may fire while somebody types: it holds Ctrl or ⌘. */
export function hasModifier(shortcut: string): boolean {
  return /(^|\+)(Mod|Ctrl)\+/.test(shortcut)
}

/**
 * True when the press is the shortcut, written like `Mod+Shift+Z` (Mod is ⌘ on a Mac, Ctrl elsewhere).
 * Shift counts only where the shortcut names it or the key is a letter: `?` needs Shift on most boards.
 */
export function isPress(press: KeyPress, shortcut: string, mac: boolean = isMac): boolean {
  const parts = shortcut.split('+')
  const last = parts.at(-1) ?? ''
  const key = NAMES[last] ?? last
  const mod = parts.includes('Mod')
  const wantsCtrl = parts.includes('Ctrl') || (mod && !mac)
  const wantsMeta = mod && mac
  if (press.ctrlKey !== wantsCtrl || press.metaKey !== wantsMeta) return false
  if (press.altKey !== parts.includes('Alt')) return false
  const shift = parts.includes('Shift')
  const isNamed = key.length > 1 || /[a-z]/i.test(key)
  if (shift !== press.shiftKey && (shift || isNamed)) return false
  if (key === '+' && mod) return press.key === '+' || press.key === '='
  if (key === 'Delete') return press.key === 'Delete' || (mac && press.key === 'Backspace')
  return press.key.toLowerCase() === key.toLowerCase()
}

/** The same shortcut as an Electron accelerator; '' when it must not fire while somebody types. */
export function accelerator(shortcut: string | undefined): string {
  if (shortcut === undefined || !hasModifier(shortcut)) return ''
  return shortcut.replace('Mod', 'CmdOrCtrl').replace('Comma', ',').replace('Period', '.')
}

/** True while a key belongs to what somebody is typing into. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'range', 'color'].includes(target.type)
  )
}
