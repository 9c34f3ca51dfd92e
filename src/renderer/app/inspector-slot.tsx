import { Suspense, lazy, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useUi } from '#store/ui-store.ts'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { BrokenPart } from './broken-part.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { INSPECTOR_WIDTH, inBounds, keepWidth, keptWidth } from './inspector-width.ts'
import { useInterfaceZoom } from './interface-zoom.ts'
import { Waiting } from './shell-waiting.tsx'
import styles from './shell.module.css'

const Inspector = lazy(async () => ({
  default: (await import('#features/inspector/inspector.tsx')).Inspector,
}))

/** The place on the right for what is selected; its left edge moves by pointer and by arrow keys. */
export function InspectorSlot() {
  const [width, setWidth] = useState(keptWidth)
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const selection = useUi((state) => state.selection)
  const selectionKey = selection.map(({ id }) => id).join(' ')

  const settle = (next: number) => {
    setWidth(inBounds(next))
    keepWidth(inBounds(next))
  }
  const move = (event: PointerEvent) => {
    if (!grip.current) return
    const by = (grip.current.x - event.clientX) / useInterfaceZoom.getState().factor
    setWidth(inBounds(grip.current.width + by))
  }
  const key = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 48 : 12
    if (event.key === 'ArrowLeft') settle(width + step)
    else if (event.key === 'ArrowRight') settle(width - step)
    else if (event.key === 'Home') settle(INSPECTOR_WIDTH.usual)
    else return
    event.preventDefault()
  }
  return (
    <aside
      className={styles['inspector']}
      style={{ width }}
      aria-label="Inspector"
      data-slot="inspector"
    >
      <div
        className={styles['handle']}
        role="separator"
        aria-label="Width of the inspector"
        aria-orientation="vertical"
        aria-valuemin={INSPECTOR_WIDTH.least}
        aria-valuemax={INSPECTOR_WIDTH.most}
        aria-valuenow={width}
        tabIndex={0}
        onKeyDown={key}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          grip.current = { x: event.clientX, width }
        }}
        onPointerMove={move}
        onPointerUp={() => {
          grip.current = null
          keepWidth(width)
        }}
        onDoubleClick={() => {
          settle(INSPECTOR_WIDTH.usual)
        }}
      />
      <VisuallyHidden>
        <h2>Inspector</h2>
      </VisuallyHidden>
      <div className={styles['inside']}>
        <ErrorBoundary
          resetKey={selectionKey}
          fallback={(error, retry) => <BrokenPart error={error} onRetry={retry} />}
        >
          <Suspense fallback={<Waiting />}>
            <Inspector />
          </Suspense>
        </ErrorBoundary>
      </div>
    </aside>
  )
}
