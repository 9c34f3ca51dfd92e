import { useUi } from '#store/ui-store.ts'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'

/** Reads out what `announce` says; there is one such place, so that nothing is said twice. */
export function LiveRegion() {
  const words = useUi((state) => state.announcement)
  return (
    <VisuallyHidden>
      <span aria-live="polite" aria-atomic="true">
        {words}
      </span>
    </VisuallyHidden>
  )
}
