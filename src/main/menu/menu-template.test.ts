import { describe, expect, it } from 'vitest'
import type { MenuItem } from '#shared/ipc-contract.ts'
import { menuTemplate } from './menu-template.ts'

const item = (over: Partial<MenuItem>): MenuItem => ({
  id: 'plan.new',
  label: 'New plan',
  accelerator: 'CmdOrCtrl+N',
  group: 'file',
  enabled: true,
  ...over,
})
const linux = { platform: 'linux', isPackaged: true } as const
const submenu = (items: readonly MenuItem[], label: string) => {
  const menu = menuTemplate(items, () => undefined, linux).find((one) => one.label === label)
  return (menu?.submenu ?? []) as Electron.MenuItemConstructorOptions[]
}

describe('the native menu', () => {
  it('has the system roles without any command', () => {
    expect(menuTemplate([], () => undefined, linux).map(({ label }) => label)).toEqual([
      '&File',
      '&Edit',
      '&View',
    ])
    expect(submenu([], '&Edit').map(({ role }) => role)).toEqual(['cut', 'copy', 'paste', 'selectAll']) // prettier-ignore
    expect(submenu([], '&View').map(({ role }) => role)).toEqual(['togglefullscreen'])
  })

  it('shows commands in their groups, in order, above the roles', () => {
    const items = [item({}), item({ id: 'about', group: 'help', label: 'About' })]
    expect(submenu(items, '&File').map(({ label, type, role }) => label ?? type ?? role)).toEqual([
      'New plan',
      'separator',
      'quit',
    ])
    expect(submenu(items, '&Help').map(({ label }) => label)).toEqual(['About'])
  })

  it('runs the command by its id and leaves the shortcut to the page', () => {
    const ran: string[] = []
    const [file] = menuTemplate([item({ enabled: false })], (id) => ran.push(id), linux)
    const [first] = file?.submenu as Electron.MenuItemConstructorOptions[]
    expect(first).toMatchObject({ id: 'plan.new', enabled: false, accelerator: 'CmdOrCtrl+N', registerAccelerator: false }) // prettier-ignore
    ;(first?.click as () => void)()
    expect(ran).toEqual(['plan.new'])
  })

  it.each([
    ['CmdOrCtrl+Shift+Z', true],
    ['F11', true],
    ['?', true],
    ['Ctrl+Plus', true],
    ['CmdOrCtrl+=', true],
    ['', false],
    ['CmdOrCtrl+', false],
    ['Hyper+X', false],
    ['Ctrl+Nonsense', false],
  ])('accelerator %j: %s', (accelerator, isShown) => {
    const [first] = submenu([item({ accelerator })], '&File')
    expect(first !== undefined && 'accelerator' in first).toBe(isShown)
  })

  it('shows & in a name as it is', () => {
    expect(submenu([item({ label: 'Open "R&D"' })], '&File')[0]?.label).toBe('Open "R&&D"')
  })

  it('has the app menu on macOS', () => {
    const mac = { platform: 'darwin', isPackaged: false } as const
    expect(menuTemplate([], () => undefined, mac)[0]?.role).toBe('appMenu')
  })
})
