import { TriangleAlert } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { saveCopy } from './plan-file.ts'

/** One part of the screen could not be drawn; the rest goes on. */
export function BrokenPart({
  error,
  onRetry,
}: {
  readonly error: Error
  readonly onRetry: () => void
}) {
  return (
    <div role="alert" style={{ margin: 'auto' }}>
      <EmptyState
        title="This part could not be shown"
        icon={<TriangleAlert size={28} aria-hidden />}
        actions={
          <>
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
            <Button onClick={() => void saveCopy()}>Save a copy…</Button>
          </>
        }
      >
        Your plan is unharmed: what was saved stays saved. ({error.message.slice(0, 200)})
      </EmptyState>
    </div>
  )
}
