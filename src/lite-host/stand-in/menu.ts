import type { MenuItemConstructorOptions } from 'electron'
import { EventEmitter } from 'node:events'
import { records } from '../host-records.ts'
import { onlyListed } from '../only-listed.ts'

type Item = MenuItemConstructorOptions

const plain = ({ id, label, role, accelerator, enabled, type, submenu }: Item): object => ({
  ...(id === undefined ? {} : { id }),
  ...(label === undefined ? {} : { label }),
  ...(role === undefined ? {} : { role }),
  ...(accelerator ? { accelerator } : {}),
  ...(enabled === undefined ? {} : { enabled }),
  ...(type === undefined ? {} : { type }),
  ...(Array.isArray(submenu) ? { submenu: submenu.map(plain) } : {}),
})

const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

let current: readonly Item[] = []

class StandInMenu extends EventEmitter {
  readonly items: readonly Item[]

  constructor(items: readonly Item[]) {
    super()
    this.items = items
  }
  getMenuItemById(id: string): Item | null {
    return flat(this.items).find((item) => item.id === id) ?? null
  }
}

/** The lite host has no native menu: what main sets is recorded for the tests. */
export const Menu = onlyListed('Menu', {
  buildFromTemplate: (template: readonly Item[]) => onlyListed('menu', new StandInMenu(template)),
  setApplicationMenu: (menu: StandInMenu | null) => {
    current = menu?.items ?? []
    records.menu = menu === null ? null : menu.items.map(plain)
  },
  getApplicationMenu: () => null,
})

/** Chooses an item of the recorded menu as a person would; false when there is none by that id or label. */
export const clickMenu = (idOrLabel: string): boolean => {
  const item = flat(current).find((one) => one.id === idOrLabel || one.label === idOrLabel)
  if (!item?.click || item.enabled === false) return false
  item.click({} as never, undefined, {})
  return true
}
