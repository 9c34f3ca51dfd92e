import { Suspense, lazy } from 'react'
// Not lazy: its second keystroke may follow the first at once.
import { JournalDialog } from '#features/journal/journal-dialog.tsx'
import { closeDialog, useUi } from '#store/ui-store.ts'
import type { Dialog as OpenDialog } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Palette } from './palette.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { UnsavedQuitDialog } from './unsaved-quit-dialog.tsx'

const NewPlanDialog = lazy(async () => ({
  default: (await import('#features/first-run/new-plan-dialog.tsx')).NewPlanDialog,
}))
const PlansDialog = lazy(async () => ({
  default: (await import('#features/plans/plans-dialog.tsx')).PlansDialog,
}))
const SettingsDialog = lazy(async () => ({
  default: (await import('#features/settings/settings-dialog.tsx')).SettingsDialog,
}))
const CyclesDialog = lazy(async () => ({
  default: (await import('#features/settings/cycles-dialog.tsx')).CyclesDialog,
}))
const ImportDialog = lazy(async () => ({
  default: (await import('#features/exchange/import-dialog.tsx')).ImportDialog,
}))
const AboutDialog = lazy(async () => ({
  default: (await import('#features/settings/about-dialog.tsx')).AboutDialog,
}))

const MoveToDialog = lazy(async () => ({
  default: (await import('#features/route/move-to-dialog.tsx')).MoveToDialog,
}))

const RoundDialog = lazy(async () => ({
  default: (await import('#features/check-in/round-dialog.tsx')).RoundDialog,
}))

const ReviewWalk = lazy(async () => ({
  default: (await import('#features/closing/review-walk.tsx')).ReviewWalk,
}))
const NextCycleDialog = lazy(async () => ({
  default: (await import('#features/closing/next-cycle-dialog.tsx')).NextCycleDialog,
}))

const RestoreDialog = lazy(async () => ({
  default: (await import('#features/restore/restore-dialog.tsx')).RestoreDialog,
}))
const MergeDialog = lazy(async () => ({
  default: (await import('#features/merge/merge-dialog.tsx')).MergeDialog,
}))

const sourceKey = (source: { readonly name: string; readonly bytes: Uint8Array } | null) =>
  source ? `${source.name} ${String(source.bytes.length)}` : 'paste'

function Opened({ dialog }: { readonly dialog: OpenDialog }) {
  switch (dialog.type) {
    case 'palette':
      return <Palette />
    case 'shortcuts':
      return <ShortcutSheet />
    case 'about':
      return <AboutDialog />
    case 'settings':
      return <SettingsDialog />
    case 'plans':
      return <PlansDialog />
    case 'new-plan':
      return <NewPlanDialog />
    case 'cycles':
      return <CyclesDialog />
    case 'unsaved-quit':
      return <UnsavedQuitDialog detail={dialog.detail} />
    case 'import':
      // Another file that comes in meanwhile begins afresh.
      return <ImportDialog key={sourceKey(dialog.source)} source={dialog.source} />
    case 'check-in-round':
      return <RoundDialog />
    case 'journal-entry':
      return <JournalDialog entryType={dialog.entryType} about={dialog.about} />
    case 'review-walk':
      return <ReviewWalk cycleId={dialog.cycleId} />
    case 'next-cycle':
      return <NextCycleDialog fromId={dialog.fromId} />
    case 'restore':
      return <RestoreDialog />
    case 'merge':
      return <MergeDialog name={dialog.name} things={dialog.things} lineage={dialog.lineage} />
    case 'move-to':
      return <MoveToDialog refs={dialog.refs} />
  }
}

function BrokenDialog({ error }: { readonly error: Error }) {
  return (
    <Dialog
      title="This could not be shown"
      size="small"
      onClose={closeDialog}
      footer={<Button onClick={closeDialog}>Close</Button>}
    >
      Nothing was changed. ({error.message.slice(0, 200)})
    </Dialog>
  )
}

/** The one dialog that is open, if any. */
export function Dialogs() {
  const dialog = useUi((state) => state.dialog)
  if (!dialog) return null
  return (
    <ErrorBoundary resetKey={dialog.type} fallback={(error) => <BrokenDialog error={error} />}>
      <Suspense fallback={null}>
        <Opened dialog={dialog} />
      </Suspense>
    </ErrorBoundary>
  )
}
