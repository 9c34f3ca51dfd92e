import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './why-tips.module.css'

/** Puts the reasons behind a colour on its element: `<span {...why(reasons)}>`. The first one decides. */
export function why(reasons: readonly string[]): { readonly 'data-why': string } {
  return { 'data-why': reasons.join('\n') }
}

/**
 * Names the thing whose reasons are looked up when they are asked for, so that a map of thousands computes
 * none ahead: `<div {...whyOf('keyResult', id)}>`.
 */
export function whyOf(kind: string, id: string): { readonly 'data-why-of': string } {
  return { 'data-why-of': `${kind} ${id}` }
}

const MARKED = '[data-why], [data-why-of]'
const HOVER_MS = 350
const GAP = 8

type Shown = { readonly target: HTMLElement; readonly lines: readonly string[] }

function markedAt(target: EventTarget | null, isFocus: boolean): HTMLElement | null {
  // The pointer is often over an icon, which is SVG.
  if (!(target instanceof Element)) return null
  const around = target.closest<HTMLElement>(MARKED)
  // A line that is one button holds its colour inside; focus comes to the button.
  return around ?? (isFocus ? target.querySelector<HTMLElement>(MARKED) : null)
}

/**
 * The rule and the numbers behind every colour, on hover and on keyboard focus. Once around the app: it
 * listens for elements marked by {@link why} or {@link whyOf}. Escape, a press or scrolling puts it away.
 */
export function WhyTips({
  linesOf,
}: {
  /** The lines for `kind id`; null for none. */
  readonly linesOf: (of: string) => readonly string[] | null
}) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const latest = useRef(linesOf)
  useEffect(() => {
    latest.current = linesOf
  })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let pending: HTMLElement | null = null
    let isAwaited = false
    const hide = () => {
      clearTimeout(timer)
      pending = null
      isAwaited = false
      setShown(null)
    }
    const show = (target: HTMLElement) => {
      const { why: literal, whyOf: of } = target.dataset
      const lines = literal === undefined ? latest.current(of ?? '') : literal.split('\n')
      const said = lines?.filter((line) => line !== '') ?? []
      if (said.length > 0 && target.isConnected) setShown({ target, lines: said })
    }
    const aim = (target: HTMLElement, wait: number) => {
      if (target === pending) return
      hide()
      pending = target
      timer = setTimeout(() => {
        isAwaited = false
        show(target)
      }, wait)
    }
    const onOver = (event: PointerEvent) => {
      const target = markedAt(event.target, false)
      if (target === null) {
        if (pending && !pending.contains(document.activeElement)) hide()
      } else if (event.buttons === 0 && event.pointerType !== 'touch') aim(target, HOVER_MS)
    }
    const onFocus = (event: FocusEvent) => {
      const { target } = event
      if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return
      const marked = markedAt(target, true)
      if (marked) {
        aim(marked, HOVER_MS / 2)
        isAwaited = true
      } else hide()
    }
    const onScroll = () => {
      // What is focused out of sight is scrolled into it: its tip waits until that is over.
      const awaited = isAwaited ? pending : null
      hide()
      if (awaited) {
        aim(awaited, HOVER_MS / 2)
        isAwaited = true
      }
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    const listeners = [
      ['pointerover', onOver],
      ['focusin', onFocus],
      ['focusout', hide],
      ['keydown', onKey],
      ['pointerdown', hide],
      ['wheel', hide],
      ['scroll', onScroll],
    ] as const
    for (const [name, listener] of listeners)
      window.addEventListener(name, listener as EventListener, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const [name, listener] of listeners)
        window.removeEventListener(name, listener as EventListener, true)
    }
  }, [])

  useLayoutEffect(() => {
    const tip = box.current
    if (!shown || !tip) return undefined
    const { target } = shown
    const around = target.getBoundingClientRect()
    const own = tip.getBoundingClientRect()
    const below = around.bottom + GAP
    const top =
      below + own.height > window.innerHeight - GAP ? around.top - GAP - own.height : below
    const left = Math.min(around.left, window.innerWidth - own.width - GAP)
    tip.style.top = `${String(Math.max(GAP, top))}px`
    tip.style.left = `${String(Math.max(GAP, left))}px`
    // A colour inside a line that is one button is told of where the focus is.
    const active = document.activeElement
    const told = active !== document.body && active?.contains(target) ? active : target
    const before = told.getAttribute('aria-describedby')
    told.setAttribute('aria-describedby', before === null ? id : `${before} ${id}`)
    return () => {
      if (before === null) told.removeAttribute('aria-describedby')
      else told.setAttribute('aria-describedby', before)
    }
  }, [shown, id])

  if (!shown) return null
  return createPortal(
    // It hangs from the page itself: a landmark of its own lets nobody come upon it as loose words.
    <section aria-label="Why">
      <div ref={box} id={id} role="tooltip" className={styles['tip']}>
        {shown.lines.map((line, i) => (
          <p key={`${String(i)} ${line}`} dir="auto">
            {line}
          </p>
        ))}
      </div>
    </section>,
    document.body,
  )
}
