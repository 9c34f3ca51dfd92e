const FACE = '[data-face]'

const facesIn = (place: Element | null | undefined): readonly HTMLElement[] => [
  ...(place?.querySelectorAll<HTMLElement>(`[data-wall] ${FACE}`) ?? []),
]

const wallOf = (face: Element) => face.closest('[data-wall]')?.parentElement

/** Goes from a card to the one above or below it. Whether there is one. */
export function focusBeside(face: Element, by: -1 | 1): boolean {
  const faces = facesIn(wallOf(face))
  const beside = faces[faces.findIndex((each) => each === face) + by]
  beside?.focus()
  return beside !== undefined
}

/** Goes from the line for ideas to the last card above it, or to the first below it. */
export function focusFromEntry(entry: Element, by: -1 | 1): void {
  const faces = facesIn(entry.closest('aside, section'))
  faces.at(by === 1 ? 0 : -1)?.focus()
}

/** The first card in the room, for a hand that comes to the keyboard. Whether there is one. */
export function focusFirstCard(): boolean {
  const [face] = facesIn(document.body)
  face?.focus()
  return face !== undefined
}

/**
 * Keeps the keyboard at a card that is drawn anew, and among the others when it leaves its list: the next takes
 * its place, else the one before. Asked before something is done; what it gives is called after.
 */
export function stayAmong(focused: Element | null): () => void {
  const face = focused?.closest(FACE)
  if (!face) return () => undefined
  const faces = facesIn(wallOf(face))
  const at = faces.findIndex((each) => each === face)
  const nearest = [...faces.slice(at + 1), ...faces.slice(0, at).reverse()]
  const id = face.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? ''
  return () => {
    requestAnimationFrame(() => {
      if (face.isConnected || document.activeElement !== document.body) return
      const again = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] > ${FACE}`)
      const next = again ?? nearest.find((each) => each.isConnected)
      next?.focus()
    })
  }
}
