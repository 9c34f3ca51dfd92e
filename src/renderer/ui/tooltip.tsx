import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { shortcutText } from './platform.ts'
import styles from './tooltip.module.css'

/** Once around the whole app: tooltips then share their delay. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  )
}

type TooltipProps = {
  readonly label: ReactNode
  /** Such as `Mod+K`; shown beside the label. */
  readonly shortcut?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** One element that takes a ref and event handlers. */
  readonly children: ReactNode
}

export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        {/* It hangs from the page itself: in a landmark of its own nobody comes upon it as loose words. */}
        <section aria-label="Hint">
          <Radix.Content
            className={styles['content']}
            side={side}
            sideOffset={6}
            collisionPadding={8}
          >
            <span>{label}</span>
            {shortcut && <span className={styles['keys']}>{shortcutText(shortcut)}</span>}
          </Radix.Content>
        </section>
      </Radix.Portal>
    </Radix.Root>
  )
}
