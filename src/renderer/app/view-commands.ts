import {
  announce,
  collapseAll,
  toast,
  jumpRoute,
  openDialog,
  setZoom,
  showScreen,
  useUi,
} from '#store/ui-store.ts'
import type { Screen, ThemeChoice, Zoom } from '#store/ui-store.ts'
import { usePlan } from '#store/plan-store.ts'
import type { AppCommand } from './command.ts'
import { setInterfaceZoom, zoomInterface } from './interface-zoom.ts'
import { SCREENS } from './screens.tsx'
import { chooseTheme } from './theme.ts'

const onRoute: AppCommand['enabled'] = ({ plan, ui }) => plan !== null && ui.screen === 'route'

const screenCommand = (id: Screen, label: string, shortcut: string): AppCommand => ({
  id: `view.${id}`,
  label: `Go to ${label}`,
  group: 'view',
  shortcut,
  words: 'screen show',
  enabled: ({ plan }) => plan !== null,
  checked: ({ ui }) => ui.screen === id,
  run: () => {
    showScreen(id)
  },
})

const zoomCommand = (zoom: Zoom, label: string, shortcut: string): AppCommand => ({
  id: `view.zoom-${zoom}`,
  label,
  group: 'view',
  shortcut,
  words: 'time scale zoom',
  enabled: onRoute,
  checked: ({ ui }) => ui.zoom === zoom,
  run: () => {
    setZoom(zoom)
  },
})

const themeCommand = (theme: ThemeChoice, label: string): AppCommand => ({
  id: `view.theme-${theme}`,
  label,
  group: 'view',
  words: 'appearance colours dark light mode',
  checked: ({ ui }) => ui.theme === theme,
  run: () => {
    chooseTheme(theme)
  },
})

export const VIEW_COMMANDS: readonly AppCommand[] = [
  {
    id: 'view.palette',
    label: 'Search and commands…',
    group: 'view',
    shortcut: 'Mod+K',
    words: 'find palette',
    run: ({ ui }) => {
      if (ui.dialog?.type === 'palette') useUi.setState({ dialog: null })
      else openDialog({ type: 'palette' })
    },
  },
  ...SCREENS.map((screen) => screenCommand(screen.id, screen.label, screen.shortcut)),
  zoomCommand('cycle', 'Show the whole cycle', '1'),
  zoomCommand('month', 'Zoom to months', '2'),
  zoomCommand('week', 'Zoom to weeks', '3'),
  {
    id: 'view.fit',
    label: 'Fit the route to the window',
    group: 'view',
    shortcut: 'F',
    words: 'whole cycle overview',
    enabled: onRoute,
    run: () => {
      setZoom('cycle')
      jumpRoute({ day: null, ref: null })
    },
  },
  {
    id: 'view.today',
    label: 'Go to today',
    group: 'view',
    shortcut: 'T',
    words: 'now scroll',
    enabled: onRoute,
    run: () => {
      jumpRoute({ day: usePlan.getState().today, ref: null })
    },
  },
  {
    id: 'view.collapse',
    label: ({ ui }) => (ui.collapsedAll ? 'Open all lanes' : 'Collapse all lanes'),
    group: 'view',
    shortcut: 'Shift+C',
    words: 'fold expand dense',
    enabled: onRoute,
    run: ({ ui }) => {
      collapseAll(!ui.collapsedAll)
    },
  },
  {
    id: 'view.filter',
    label: 'Filter the route',
    group: 'view',
    shortcut: '/',
    words: 'owner theme status text find',
    enabled: onRoute,
    run: () => {
      const field = document.querySelector<HTMLElement>('[data-command-target="filter"]')
      field?.focus()
    },
  },
  {
    id: 'view.garage',
    label: ({ ui }) => (ui.garageOpen ? 'Close the Garage' : 'Open the Garage'),
    group: 'view',
    shortcut: 'G',
    words: 'ideas parked initiatives',
    enabled: onRoute,
    run: ({ ui }) => {
      useUi.setState({ garageOpen: !ui.garageOpen })
    },
  },
  {
    id: 'view.old-road',
    label: 'Show the old road',
    group: 'view',
    shortcut: 'D',
    words: 'detour before history grey line',
    enabled: onRoute,
    checked: ({ ui }) => ui.showsOldRoad,
    run: ({ ui, plan, cycleId }) => {
      useUi.setState({ showsOldRoad: !ui.showsOldRoad })
      const hasDetours = [...(plan?.detour.values() ?? [])].some((d) => d.cycleId === cycleId)
      if (ui.showsOldRoad) announce('The old road is hidden')
      else
        toast(
          hasDetours
            ? 'The thin grey line is the road before its detours. D hides it.'
            : 'No detour so far: the road runs as it was planned.',
        )
    },
  },
  {
    id: 'view.inspector',
    label: ({ ui }) => (ui.inspectorOpen ? 'Close the inspector' : 'Open the inspector'),
    group: 'view',
    shortcut: 'Mod+Period',
    words: 'details panel side',
    enabled: ({ plan }) => plan !== null,
    run: ({ ui }) => {
      useUi.setState({ inspectorOpen: !ui.inspectorOpen })
    },
  },
  {
    id: 'view.larger',
    label: 'Larger text and controls',
    group: 'view',
    shortcut: 'Mod+Plus',
    words: 'zoom in interface',
    run: () => {
      zoomInterface(1)
    },
  },
  {
    id: 'view.smaller',
    label: 'Smaller text and controls',
    group: 'view',
    shortcut: 'Mod+-',
    words: 'zoom out interface',
    run: () => {
      zoomInterface(-1)
    },
  },
  {
    id: 'view.actual-size',
    label: 'Actual size',
    group: 'view',
    shortcut: 'Mod+0',
    words: 'zoom reset interface 100%',
    run: () => {
      setInterfaceZoom(1)
    },
  },
  themeCommand('light', 'Theme: light'),
  themeCommand('dark', 'Theme: dark'),
  themeCommand('system', 'Theme: as the system'),
]
