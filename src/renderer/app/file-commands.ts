import type { AppCommand } from './command.ts'
import { openDialog, showScreen, toast } from '#store/ui-store.ts'
import { deletePlan, duplicatePlan } from '#store/plan-store.ts'
import type { PlanOutcome } from '#store/plan-store.ts'
import { copyName } from '#features/plans/copy-name.ts'
import { openFile, saveCopy } from './plan-file.ts'

const hasPlan: AppCommand['enabled'] = ({ plan }) => plan !== null

const said = (outcome: PlanOutcome): void => {
  if (!outcome.ok) toast(outcome.message, { tone: 'bad' })
}

export const FILE_COMMANDS: readonly AppCommand[] = [
  {
    id: 'file.new',
    label: 'New plan…',
    group: 'file',
    shortcut: 'Mod+N',
    words: 'create start empty',
    run: () => {
      openDialog({ type: 'new-plan' })
    },
  },
  {
    id: 'file.plans',
    label: 'Open another plan…',
    group: 'file',
    shortcut: 'Mod+O',
    words: 'switch recent list rename',
    run: () => {
      openDialog({ type: 'plans' })
    },
  },
  {
    id: 'file.openFile',
    label: 'Open a file…',
    group: 'file',
    shortcut: 'Mod+Shift+O',
    words: 'roadbook import colleague',
    run: () => openFile(),
  },
  {
    id: 'file.paste',
    label: 'Paste or open OKRs…',
    group: 'file',
    shortcut: 'Mod+Shift+V',
    words: 'import text markdown table csv outline spreadsheet',
    run: () => {
      openDialog({ type: 'import', source: null })
    },
  },
  {
    id: 'file.saveCopy',
    label: 'Save a copy as a file…',
    group: 'file',
    shortcut: 'Mod+Shift+S',
    words: 'save as export roadbook backup send',
    enabled: hasPlan,
    run: () => saveCopy(),
  },
  {
    id: 'file.restore',
    label: 'Restore…',
    group: 'file',
    words: 'snapshot backup earlier state history version second folder back up now',
    enabled: hasPlan,
    run: () => {
      openDialog({ type: 'restore' })
    },
  },
  {
    id: 'file.report',
    label: 'Export a report…',
    group: 'file',
    shortcut: 'Mod+E',
    words: 'review html markdown pdf print',
    enabled: hasPlan,
    run: () => {
      showScreen('review')
    },
  },
  {
    id: 'file.calendar',
    label: 'Save the calendar (.ics)…',
    group: 'file',
    words: 'check-ins due days review outlook ical export',
    enabled: ({ plan, cycleId }) => plan !== null && cycleId !== null,
    run: async ({ cycleId }) => {
      const { saveCalendar } = await import('./calendar-file.ts')
      if (cycleId !== null) await saveCalendar(cycleId)
    },
  },
  {
    id: 'file.rename',
    label: 'Rename this plan…',
    group: 'file',
    words: 'name title',
    enabled: ({ canEdit }) => canEdit,
    run: () => {
      openDialog({ type: 'settings' })
    },
  },
  {
    id: 'file.duplicate',
    label: 'Duplicate this plan',
    group: 'file',
    words: 'copy',
    enabled: hasPlan,
    run: async ({ plan }) => {
      if (plan) said(await duplicatePlan(plan.meta.id, copyName(plan.meta.name)))
    },
  },
  {
    id: 'file.delete',
    label: 'Delete this plan',
    group: 'file',
    words: 'remove trash',
    enabled: hasPlan,
    run: async ({ plan }) => {
      if (plan) said(await deletePlan(plan.meta.id))
    },
  },
  {
    id: 'file.settings',
    label: 'Settings…',
    group: 'file',
    shortcut: 'Mod+Comma',
    words: 'preferences cadence thresholds currency themes working days agreements not doing',
    run: () => {
      openDialog({ type: 'settings' })
    },
  },
]
