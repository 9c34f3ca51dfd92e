import { quitAnyway, stayOpen } from '#store/quit.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { saveCopy } from './plan-file.ts'

/** Quitting found something that is not saved. */
export function UnsavedQuitDialog({ detail }: { readonly detail: string }) {
  return (
    <Dialog
      title="The last change is not saved"
      onClose={stayOpen}
      footer={
        <>
          <Button variant="danger" onClick={() => void quitAnyway()}>
            Close without it
          </Button>
          <Button onClick={() => void saveCopy()}>Save a copy…</Button>
          <Button variant="primary" onClick={stayOpen}>
            Stay
          </Button>
        </>
      }
    >
      <p>{detail || 'Roadbook is still writing to the disk.'}</p>
      <p>Everything before it is safe. Save a copy to keep the change as well.</p>
    </Dialog>
  )
}
