import { useEffect, useRef } from 'react'

export type RoundKey = 'next' | 'back' | 'skip' | 'win' | 'lesson' | 'concern'

const LETTERS: Readonly<Record<string, RoundKey>> = {
  s: 'skip',
  w: 'win',
  l: 'lesson',
  c: 'concern',
}

const presses = new EventTarget()

/** What the button at the foot does: the same as Enter. */
export function pressNext(): void {
  presses.dispatchEvent(new Event('next'))
}

/** A field that takes letters; the value field takes digits only and leaves letters to the round. */
function takesLetters(target: HTMLElement): boolean {
  if (target.dataset['numeric'] !== undefined) return false
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'
}

/** Enter stays with buttons, menus and fields that mean something by it themselves. */
function takesEnter(target: HTMLElement): boolean {
  if (target.closest('[data-side], [role="dialog"] [role="dialog"]')) return true
  return target.closest('button, a, select, textarea, summary, [data-own-enter]') !== null
}

/** The keys of a round; null while something else is asked. */
export function useRoundKeys(keys: Readonly<Partial<Record<RoundKey, () => void>>> | null): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const now = latest.current
      const { target } = event
      if (!now || event.defaultPrevented || event.isComposing || event.repeat) return
      if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
      // A popover that hangs over the round has its own keys.
      if (document.querySelector('[data-radix-popper-content-wrapper]')) return
      if (event.key === 'Enter') {
        if (event.shiftKey) {
          event.preventDefault()
          now.back?.()
        } else if (!takesEnter(target)) {
          event.preventDefault()
          now.next?.()
        }
        return
      }
      const line = document.querySelector<HTMLElement>('[data-detour-why]')
      if (event.key.toLowerCase() === 'y' && line && !takesLetters(target)) {
        event.preventDefault()
        line.focus()
        return
      }
      const key = LETTERS[event.key.toLowerCase()]
      if (key === undefined || event.shiftKey || takesLetters(target)) return
      event.preventDefault()
      now[key]?.()
    }
    const onPress = () => {
      latest.current?.next?.()
    }
    presses.addEventListener('next', onPress)
    window.addEventListener('keydown', onKeyDown)
    return () => {
      presses.removeEventListener('next', onPress)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
