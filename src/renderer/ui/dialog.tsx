import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './dialog.module.css'

export type DialogProps = {
  readonly title: string
  /** One line under the title: what this is for. */
  readonly description?: string | undefined
  readonly size?: 'small' | 'medium' | 'wide' | 'full' | 'screen'
  /** Hangs from the top instead of standing in the middle, and shows no head. */
  readonly bare?: boolean
  /** Nothing inside can take the focus: the text itself does, so that it scrolls by keyboard. */
  readonly readOnly?: boolean
  /** Without it the dialog cannot be dismissed. */
  readonly onClose?: (() => void) | undefined
  /** Buttons at the foot, the main one last. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

const isIn = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null

/**
 * A modal dialog; mount it to open it. The veil is a plain element: Radix' own overlay locks scrolling
 * through an injected <style>, which the content security policy forbids; the page behind never
 * scrolls as a whole anyway.
 */
export function Dialog({
  title,
  description,
  size = 'medium',
  bare = false,
  readOnly = false,
  onClose,
  footer,
  children,
}: DialogProps) {
  const about = description !== undefined
  // Asked before a field inside takes the focus by itself, so that closing can give it back.
  const [opener] = useState(() => document.activeElement)
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose?.())}>
      <Radix.Portal>
        <div className={styles['veil']} />
        <Radix.Content
          className={classNames(styles['box'], styles[size], bare && styles['top'])}
          onOpenAutoFocus={(event) => {
            // The first control is the way out; landing there would show its tooltip and ask for nothing.
            event.preventDefault()
            if (event.target instanceof HTMLElement) event.target.focus()
          }}
          onEscapeKeyDown={(event) => {
            if (isIn(event.target, '[data-own-escape]')) event.preventDefault()
          }}
          onPointerDownOutside={(event) => {
            // A message that lies over the dialog is answered without closing it.
            if (isIn(event.detail.originalEvent.target, '[data-over-dialogs]'))
              event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
          }}
          {...(about ? {} : { 'aria-describedby': undefined })}
        >
          {bare ? (
            <VisuallyHidden>
              <Radix.Title>{title}</Radix.Title>
              {about && <Radix.Description>{description}</Radix.Description>}
            </VisuallyHidden>
          ) : (
            <header className={styles['head']}>
              <div>
                <Radix.Title className={styles['title']} dir="auto">
                  {title}
                </Radix.Title>
                {about && (
                  <Radix.Description className={styles['about']}>{description}</Radix.Description>
                )}
              </div>
              {onClose && (
                <IconButton
                  label="Close"
                  shortcut="Escape"
                  size="small"
                  icon={<X size={16} />}
                  onClick={onClose}
                />
              )}
            </header>
          )}
          {bare ? (
            children
          ) : (
            <div className={styles['body']} tabIndex={readOnly ? 0 : undefined}>
              {children}
            </div>
          )}
          {footer && <footer className={styles['foot']}>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
