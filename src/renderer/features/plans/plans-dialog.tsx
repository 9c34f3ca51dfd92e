import { closeDialog, openDialog } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { PlanRows } from './plan-rows.tsx'

/** Switches to another plan, or makes one. */
export function PlansDialog() {
  return (
    <Dialog
      title="Plans"
      description="One plan is open at a time. All of them live on this computer."
      size="wide"
      onClose={closeDialog}
      footer={
        <>
          <Button
            onClick={() => {
              openDialog({ type: 'import', source: null })
            }}
          >
            Paste or open OKRs…
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              openDialog({ type: 'new-plan' })
            }}
          >
            New plan…
          </Button>
        </>
      }
    >
      <PlanRows onOpened={closeDialog} />
    </Dialog>
  )
}
