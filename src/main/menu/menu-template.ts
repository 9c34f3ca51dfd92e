import type { MenuItemConstructorOptions } from 'electron'
import type { MenuItem } from '#shared/ipc-contract.ts'

const GROUPS = ['file', 'edit', 'view', 'plan', 'help'] as const
const LABELS: Readonly<Record<MenuItem['group'], string>> = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  plan: '&Plan',
  help: '&Help',
}
/** Electron throws on an accelerator that it does not know; such an item goes without. */
const ACCELERATOR =
  /^(?:(?:CmdOrCtrl|CommandOrControl|Cmd|Ctrl|Control|Alt|Option|Shift|Super|Meta)\+)*(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Insert|Enter|Return|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc|[-=[\]\\;',./`?!<>@#$%^&*()_{}|:"~])$/i

/**
 * The native menu from the renderer's command list, with the roles that only the system can do. The
 * accelerators are shown but not taken: the page handles its shortcuts itself, and once is enough.
 */
export function menuTemplate(
  items: readonly MenuItem[],
  run: (id: string) => void,
  host: { readonly platform: NodeJS.Platform; readonly isPackaged: boolean },
): MenuItemConstructorOptions[] {
  const isMac = host.platform === 'darwin'
  const roles: Readonly<Record<MenuItem['group'], readonly MenuItemConstructorOptions[]>> = {
    file: isMac ? [{ role: 'close' }] : [{ role: 'quit' }],
    edit: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    // No zoom of the system's beside the app's own: two would multiply.
    view: [
      { role: 'togglefullscreen' },
      ...(host.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
    ],
    plan: [],
    help: [],
  }
  const menus = GROUPS.flatMap((group): MenuItemConstructorOptions[] => {
    const own = items.filter((item) => item.group === group).map((item) => entry(item, run))
    const gap = own.length > 0 && roles[group].length > 0 ? [{ type: 'separator' } as const] : []
    const submenu = [...own, ...gap, ...roles[group]]
    return submenu.length > 0 ? [{ label: LABELS[group], submenu }] : []
  })
  return isMac ? [{ role: 'appMenu' }, ...menus] : menus
}

function entry(item: MenuItem, run: (id: string) => void): MenuItemConstructorOptions {
  return {
    id: item.id,
    label: item.label.replaceAll('&', '&&'),
    enabled: item.enabled,
    ...(ACCELERATOR.test(item.accelerator)
      ? { accelerator: item.accelerator, registerAccelerator: false }
      : {}),
    click: () => {
      run(item.id)
    },
  }
}
