import { usePlan } from '#store/plan-store.ts'
import { quitAnyway, stayOpen } from '#store/quit.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { saveCopy } from './plan-file.ts'

/** Quitting found something that is not saved, or whose safety copy is late. */
export function UnsavedQuitDialog({ detail }: { readonly detail: string }) {
  const isKept = usePlan((state) => state.save.state === 'late')
  return (
    <Dialog
      title={isKept ? 'The safety copy is late' : 'The last change is not saved'}
      onClose={stayOpen}
      footer={
        <>
          <Button variant="danger" onClick={() => void quitAnyway()}>
            {isKept ? 'Close all the same' : 'Close without it'}
          </Button>
          <Button onClick={() => void saveCopy()}>Save a copy…</Button>
          <Button variant="primary" onClick={stayOpen}>
            Stay
          </Button>
        </>
      }
    >
      <p>{detail || 'Roadbook is still writing to the disk.'}</p>
      <p>
        {isKept
          ? 'Save a copy to have the change in a second place as well.'
          : 'Everything before it is safe. Save a copy to keep the change as well.'}
      </p>
    </Dialog>
  )
}
