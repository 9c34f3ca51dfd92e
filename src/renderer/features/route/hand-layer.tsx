import { useEffect, useRef } from 'react'
import { boxOf, windowSize } from '#ui/drag/screen-point.ts'
import styles from './hand-layer.module.css'

/** A rectangle on the map, from the corner of its first lane. */
export type MapBox = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Draws what the hand holds. Nothing here goes through React: it runs once a frame while dragging. */
export type HandPainter = {
  /** Covers the window with one cursor until `clear`. */
  readonly cover: (cursor: 'grabbing' | 'ew-resize' | 'crosshair') => void
  /** Lifts copies of these elements; the originals fade until `clear`. */
  readonly lift: (elements: readonly HTMLElement[], tilts?: boolean) => void
  /** Moves what is lifted by so many pixels from where it was. */
  readonly moveLifted: (dx: number, dy: number) => void
  readonly showLanding: (boxes: readonly MapBox[]) => void
  readonly showLeg: (path: string | null, top: number) => void
  readonly showGap: (y: number | null) => void
  readonly showLasso: (box: MapBox | null) => void
  /** Words in the dark chip: what would happen, and what is wrong with it. */
  readonly say: (x: number, y: number, words: string, warning: string) => void
  readonly clear: () => void
}

type HandLayerProps = {
  readonly onReady: (painter: HandPainter | null) => void
}

/** At most this many copies are lifted; the chip says how many are held in all. */
const MOST_LIFTED = 12

/** The part of the hand that lies on the map and scrolls with it; its ghosts and words float above. */
export function HandLayer({ onReady }: HandLayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = layer.current
    if (!element) return
    const floating = document.createElement('div')
    floating.className = styles['floating'] ?? ''
    document.body.append(floating)
    onReady(createPainter(element, floating))
    return () => {
      onReady(null)
      floating.remove()
    }
  }, [onReady])
  return (
    <div ref={layer} className={styles['layer']} aria-hidden>
      <svg className={styles['leg']} width={1} height={1}>
        <path />
      </svg>
      <div className={styles['gap']} hidden />
      <div className={styles['lasso']} hidden />
    </div>
  )
}

function createPainter(layer: HTMLElement, floating: HTMLElement): HandPainter {
  const leg = layer.querySelector('path')
  const svg = layer.querySelector('svg')
  const [gap, lasso] = layer.querySelectorAll<HTMLElement>(':scope > div')
  const chip = document.createElement('div')
  chip.className = styles['chip'] ?? ''
  chip.hidden = true
  const [words, warning] = [document.createElement('span'), document.createElement('b')]
  chip.append(words, warning)
  // Over everything while something is held: the pointer finds it at once, however much lies below, and
  // one cursor serves all.
  const catcher = document.createElement('div')
  catcher.className = styles['catcher'] ?? ''
  catcher.hidden = true
  floating.append(catcher, chip)
  let said = ''
  const lifted: HTMLElement[] = []
  const faded: HTMLElement[] = []
  const landings: HTMLElement[] = []
  const place = (element: HTMLElement | undefined, box: MapBox | null) => {
    if (!element) return
    element.hidden = box === null
    if (!box) return
    element.style.transform = `translate(${String(box.x)}px, ${String(box.y)}px)`
    element.style.width = `${String(box.width)}px`
    element.style.height = `${String(box.height)}px`
  }
  const clear = () => {
    for (const element of [...lifted, ...landings]) element.remove()
    for (const element of faded) delete element.dataset['lifted']
    lifted.length = faded.length = landings.length = 0
    place(gap, null)
    place(lasso, null)
    chip.hidden = true
    catcher.hidden = true
    leg?.setAttribute('d', '')
  }
  return {
    cover: (cursor) => {
      catcher.style.cursor = cursor
      catcher.hidden = false
    },
    lift: (elements, tilts = true) => {
      for (const element of elements.slice(0, MOST_LIFTED)) {
        const { left, top, width, height } = boxOf(element)
        const holder = document.createElement('div')
        holder.className = styles['holder'] ?? ''
        holder.style.left = `${String(left)}px`
        holder.style.top = `${String(top)}px`
        const copy = element.cloneNode(true) as HTMLElement
        copy.removeAttribute('data-id')
        copy.removeAttribute('role')
        copy.tabIndex = -1
        Object.assign(copy.style, {
          position: 'static',
          margin: '0',
          width: `${String(width)}px`,
          height: `${String(height)}px`,
        })
        copy.classList.add(styles['copy'] ?? '')
        if (tilts) copy.classList.add(styles['tilted'] ?? '')
        const hue = element.closest<HTMLElement>('[data-hue]')?.dataset['hue']
        if (hue !== undefined) holder.dataset['hue'] = hue
        holder.append(copy)
        floating.append(holder)
        lifted.push(holder)
      }
      for (const element of elements) {
        element.dataset['lifted'] = ''
        faded.push(element)
      }
    },
    moveLifted: (dx, dy) => {
      for (const holder of lifted)
        holder.style.transform = `translate3d(${String(dx)}px, ${String(dy)}px, 0)`
    },
    showLanding: (boxes) => {
      while (landings.length < boxes.length) {
        const landing = document.createElement('div')
        landing.className = styles['landing'] ?? ''
        layer.append(landing)
        landings.push(landing)
      }
      landings.forEach((landing, i) => {
        place(landing, boxes[i] ?? null)
      })
    },
    showLeg: (path, top) => {
      leg?.setAttribute('d', path ?? '')
      if (svg) svg.style.transform = `translate(0, ${String(top)}px)`
    },
    showGap: (y) => {
      place(
        gap,
        y === null
          ? null
          : { x: 0, y: y - 2, width: gap?.parentElement?.offsetWidth ?? 0, height: 4 },
      )
    },
    showLasso: (box) => {
      place(lasso, box)
    },
    say: (x, y, text, wrong) => {
      chip.hidden = text === '' && wrong === ''
      if (said !== `${text}|${wrong}`) {
        said = `${text}|${wrong}`
        words.textContent = text
        warning.textContent = wrong === '' ? '' : `${text === '' ? '' : ' · '}${wrong}`
      }
      const { width, height } = windowSize()
      const left = Math.max(8, Math.min(x, width - 380))
      // Two lines of it fit: what it would do is said whole.
      const top = Math.min(y, height - 64)
      chip.style.transform = `translate3d(${String(Math.round(left))}px, ${String(Math.round(top))}px, 0)`
    },
    clear,
  }
}
