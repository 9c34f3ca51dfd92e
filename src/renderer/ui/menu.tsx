import { Check } from 'lucide-react'
import { ContextMenu as Context, DropdownMenu as Dropdown } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { shortcutText } from './platform.ts'
import styles from './menu.module.css'

/** One line of a menu, as data: the same list serves dropdowns and context menus. */
export type MenuEntry =
  | {
      readonly type?: 'item'
      readonly id: string
      readonly label: string
      readonly detail?: string | undefined
      readonly shortcut?: string | undefined
      readonly icon?: ReactNode
      /** Draws a tick and announces the state; leave out for plain items. */
      readonly checked?: boolean | undefined
      readonly danger?: boolean
      readonly disabled?: boolean
      readonly run: () => void
    }
  | { readonly type: 'heading'; readonly id: string; readonly label: string }
  | { readonly type: 'rule'; readonly id: string }

type Parts = Pick<typeof Dropdown, 'Item' | 'CheckboxItem' | 'Separator' | 'Label'>

function Entries({
  parts: Part,
  entries,
}: {
  readonly parts: Parts
  readonly entries: readonly MenuEntry[]
}) {
  return entries.map((entry) => {
    if (entry.type === 'rule') return <Part.Separator key={entry.id} className={styles['rule']} />
    if (entry.type === 'heading')
      return (
        <Part.Label key={entry.id} className={styles['heading']} title={entry.label}>
          {entry.label}
        </Part.Label>
      )
    const shared = {
      className: classNames(styles['item'], entry.danger && styles['danger']),
      disabled: entry.disabled ?? false,
      onSelect: entry.run,
    }
    const inside = (
      <>
        {(entry.icon !== undefined || entry.checked !== undefined) && (
          <span className={styles['mark']} aria-hidden>
            {entry.checked ? <Check size={14} /> : entry.icon}
          </span>
        )}
        <span className={styles['label']}>{entry.label}</span>
        {entry.detail !== undefined && <span className={styles['detail']}>{entry.detail}</span>}
        {entry.shortcut && <span className={styles['keys']}>{shortcutText(entry.shortcut)}</span>}
      </>
    )
    return entry.checked === undefined ? (
      <Part.Item key={entry.id} {...shared}>
        {inside}
      </Part.Item>
    ) : (
      <Part.CheckboxItem key={entry.id} {...shared} checked={entry.checked}>
        {inside}
      </Part.CheckboxItem>
    )
  })
}

type MenuProps = {
  /** The button that opens it: one element that takes a ref. */
  readonly children: ReactNode
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
}

/** A button with a menu. Not modal: the modal form injects a <style>, which our policy forbids. */
export function Menu({ children, entries, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <Dropdown.Root modal={false}>
      <Dropdown.Trigger asChild>{children}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          className={styles['content']}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
        >
          <Entries parts={Dropdown} entries={entries} />
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  )
}

/** The same menu on a right click, on the menu key or on Shift+F10. */
export function ContextMenu({
  children,
  entries,
}: {
  readonly children: ReactNode
  /** Asked for when the menu opens. */
  readonly entries: () => readonly MenuEntry[]
}) {
  return (
    <Context.Root modal={false}>
      <Context.Trigger asChild>{children}</Context.Trigger>
      <Context.Portal>
        <Context.Content className={styles['content']} collisionPadding={8}>
          <LazyEntries entries={entries} />
        </Context.Content>
      </Context.Portal>
    </Context.Root>
  )
}

function LazyEntries({ entries }: { readonly entries: () => readonly MenuEntry[] }) {
  return <Entries parts={Context} entries={entries()} />
}
