/** Frames to wait for something that is still being drawn, or loaded for the first time. */
const MOST_FRAMES = 60

/** Focuses what `find` gives as soon as it is there; gives up quietly after about a second. */
export function focusSoon(find: () => HTMLElement | null | undefined, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const found = find()
    if (!found) {
      if (frames > 0) focusSoon(find, frames - 1)
      return
    }
    found.scrollIntoView({ block: 'nearest' })
    found.focus()
    if (found instanceof HTMLTextAreaElement) found.select()
  })
}
