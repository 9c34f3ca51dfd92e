import { toast } from '#store/ui-store.ts'

/** Opens a fresh copy of the sample, dated around today. */
export function trySample(): Promise<void> {
  toast('The sample plan is not here yet.')
  return Promise.resolve()
}
