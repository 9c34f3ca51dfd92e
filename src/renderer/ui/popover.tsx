import { Popover as Radix } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { classNames } from './class-names.ts'
import styles from './popover.module.css'

type PopoverProps = {
  /** The button that opens it: one element that takes a ref. */
  readonly trigger: ReactNode
  /** Accessible name of what opens. */
  readonly label: string
  readonly children: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly className?: string | undefined
  /** Where the focus goes when it closes, if not to the button. */
  readonly focusAfter?: RefObject<HTMLElement | null>
}

/** Something small that hangs from a button; closes on Escape and on a click elsewhere. */
export function Popover({
  trigger,
  label,
  children,
  align = 'start',
  side = 'bottom',
  className,
  focusAfter,
  ...state
}: PopoverProps) {
  return (
    <Radix.Root {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          className={classNames(styles['content'], className)}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onKeyDown={(event) => {
            // Escape closes this alone, not what it hangs from.
            if (event.key === 'Escape') event.stopPropagation()
          }}
          onCloseAutoFocus={(event) => {
            if (!focusAfter) return
            event.preventDefault()
            focusAfter.current?.focus()
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
