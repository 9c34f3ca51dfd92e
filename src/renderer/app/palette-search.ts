/** Something that the palette can find. */
export type Findable = {
  readonly key: string
  /** What is searched first and shown. */
  readonly title: string
  /** Also searched, with less weight: the owner, other words. */
  readonly more: string
}

/** A findable thing prepared once, so that each key press only compares. */
export type Indexed<T extends Findable> = {
  readonly item: T
  readonly title: string
  readonly more: string
  /** The first letter of every word of the title. */
  readonly initials: string
}

/** Lower case without accents, so that "uber" finds "Über". */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')
}

export function indexItems<T extends Findable>(items: readonly T[]): readonly Indexed<T>[] {
  return items.map((item) => {
    const title = plainText(item.title)
    const initials = [...title.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word[0]).join('')
    return { item, title, more: plainText(item.more), initials }
  })
}

const isWordStart = (text: string, at: number) =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')

/** How well one word fits a text: 0 is not at all, 100 is "starts with it". */
export function fit(text: string, word: string): number {
  const at = text.indexOf(word)
  if (at === 0) return 100
  if (at > 0) {
    for (let from = at; from >= 0; from = text.indexOf(word, from + 1))
      if (isWordStart(text, from)) return 80
    return 55
  }
  return word.length < 3 ? 0 : fuzzyFit(text, word)
}

/** Letters in order with gaps, e.g. "frt" in "first response time"; word starts and runs count more. */
function fuzzyFit(text: string, word: string): number {
  let position = -1
  let points = 0
  for (const letter of word) {
    const next = text.indexOf(letter, position + 1)
    if (next < 0) return 0
    if (next === position + 1) points += 3
    else if (isWordStart(text, next)) points += 3
    else points -= Math.min(3, (next - position) / 4)
    position = next
  }
  return points < word.length ? 0 : Math.min(45, 12 + (points / word.length) * 9)
}

/** The best `most` items for a query; every word of it must fit. An empty query finds nothing. */
export function searchItems<T extends Findable>(
  index: readonly Indexed<T>[],
  query: string,
  most: number,
): readonly T[] {
  const words = plainText(query).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const found: { item: T; points: number; order: number }[] = []
  index.forEach(({ item, title, more, initials }, order) => {
    let points = 0
    for (const word of words) {
      const best = Math.max(
        fit(title, word),
        more === '' ? 0 : fit(more, word) * 0.6,
        word.length > 1 && initials.startsWith(word) ? 50 : 0,
      )
      if (best === 0) return
      points += best
    }
    // Of equal fits the shorter title is the closer one.
    found.push({ item, points: points / words.length - Math.min(10, title.length / 40), order })
  })
  found.sort((a, b) => b.points - a.points || a.order - b.order)
  return found.slice(0, most).map(({ item }) => item)
}
