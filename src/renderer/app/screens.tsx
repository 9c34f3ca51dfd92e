import {
  BookOpen,
  CalendarDays,
  ChartNoAxesColumn,
  Database,
  FileText,
  Flag,
  Presentation,
  Signpost,
  Users,
} from 'lucide-react'
import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { Screen } from '#store/ui-store.ts'
import { openFile, saveCopy } from './plan-file.ts'
import { RoadIcon } from './road-icon.tsx'
import { exportMinutes } from './workshop-minutes.ts'

export type ScreenEntry = {
  readonly id: Screen
  readonly label: string
  readonly icon: ComponentType<{ readonly size?: number | string }>
  readonly shortcut: string
  readonly View: ComponentType
  /** The inspector stands beside it. */
  readonly withInspector: boolean
  /** It takes the whole window and stands in the top bar and the palette, not in the rail. */
  readonly fullScreen?: boolean
  /** It is a tab of this screen and has no place of its own in the rail. */
  readonly within?: Screen
}

/** The screens in the order of the rail; the first is where one starts. Each loads when it is first shown. */
export const SCREENS: readonly ScreenEntry[] = [
  {
    id: 'route',
    label: 'Route',
    icon: RoadIcon,
    shortcut: 'Mod+1',
    View: lazy(async () => ({
      default: (await import('#features/route/route-screen.tsx')).RouteScreen,
    })),
    withInspector: true,
  },
  {
    id: 'week',
    label: 'This week',
    icon: CalendarDays,
    shortcut: 'Mod+5',
    View: lazy(async () => ({
      default: (await import('#features/week/week-screen.tsx')).WeekScreen,
    })),
    withInspector: false,
  },
  {
    id: 'people',
    label: 'People',
    icon: Users,
    shortcut: 'Mod+2',
    View: lazy(async () => ({
      default: (await import('#features/people/people-screen.tsx')).PeopleScreen,
    })),
    withInspector: true,
  },
  {
    id: 'journal',
    label: 'Journal',
    icon: BookOpen,
    shortcut: 'Mod+6',
    View: lazy(async () => ({
      default: (await import('#features/journal/journal-screen.tsx')).JournalScreen,
    })),
    withInspector: false,
  },
  {
    id: 'detours',
    label: 'Detours',
    icon: Signpost,
    shortcut: 'Mod+7',
    View: lazy(async () => {
      const [{ DetoursScreen }, { RouteThen }] = await Promise.all([
        import('#features/detours/detours-screen.tsx'),
        import('#features/route/route-then.tsx'),
      ])
      return { default: () => <DetoursScreen Route={RouteThen} /> }
    }),
    withInspector: false,
  },
  {
    id: 'review',
    label: 'Review',
    icon: FileText,
    shortcut: 'Mod+3',
    View: lazy(async () => ({
      default: (await import('#features/reports/review-screen.tsx')).ReviewScreen,
    })),
    withInspector: false,
  },
  {
    id: 'closing',
    label: 'Close the cycle',
    icon: Flag,
    shortcut: 'Mod+8',
    View: lazy(async () => ({
      default: (await import('#features/closing/closing-screen.tsx')).ClosingScreen,
    })),
    withInspector: false,
    within: 'review',
  },
  {
    id: 'across',
    label: 'Across cycles',
    icon: ChartNoAxesColumn,
    shortcut: 'Mod+9',
    View: lazy(async () => ({
      default: (await import('#features/across/across-screen.tsx')).AcrossScreen,
    })),
    withInspector: false,
    within: 'review',
  },
  {
    id: 'data',
    label: 'Data',
    icon: Database,
    shortcut: 'Mod+4',
    View: lazy(async () => {
      const { DataScreen } = await import('#features/plans/data-screen.tsx')
      return {
        default: () => (
          <DataScreen onOpenFile={() => void openFile()} onSaveCopy={() => void saveCopy()} />
        ),
      }
    }),
    withInspector: false,
  },
  {
    id: 'workshop',
    label: 'Workshop',
    icon: Presentation,
    shortcut: 'Mod+Shift+W',
    View: lazy(async () => {
      const { WorkshopScreen } = await import('#features/workshop/workshop-screen.tsx')
      return { default: () => <WorkshopScreen exportMinutes={exportMinutes} /> }
    }),
    withInspector: false,
    fullScreen: true,
  },
]
