import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'
import styles from './button.module.css'

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger' | 'link'
export type ButtonSize = 'small' | 'medium' | 'large'

type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly submit?: boolean
}

export function Button({
  variant = 'plain',
  size = 'medium',
  submit = false,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={classNames(styles['button'], styles[variant], styles[size], className)}
      {...rest}
    />
  )
}

type IconButtonProps = Omit<ButtonProps, 'aria-label' | 'children'> & {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string
  /** What the tooltip says when it should say more than the name. */
  readonly hint?: string | undefined
  readonly shortcut?: string | undefined
  readonly icon: ReactNode
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
}

/**
 * A button that shows only a picture. When it cannot act it stays focusable, so that its tooltip can
 * still be read.
 */
export function IconButton({
  label,
  hint,
  shortcut,
  icon,
  tooltipSide = 'bottom',
  variant = 'quiet',
  disabled = false,
  onClick,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={hint ?? label} shortcut={shortcut} side={tooltipSide}>
      <Button
        variant={variant}
        aria-label={label}
        aria-disabled={disabled || undefined}
        onClick={disabled ? undefined : onClick}
        className={classNames(styles['icon'], className)}
        {...rest}
      >
        {icon}
      </Button>
    </Tooltip>
  )
}
