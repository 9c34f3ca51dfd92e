/**
 * The order of a list that two sides changed: what both hold stands as the side that moved it says, and
 * what only one side holds follows the item that it followed there. Does not depend on which side is
 * which. Null when both sides put the same items into different orders.
 */
export function mergedKeys(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | null {
  const spine = spineOf(base, mine, theirs)
  if (!spine) return null
  const fixed = new Set(spine)
  const [ofMine, ofTheirs] = [followers(mine, fixed), followers(theirs, fixed)]
  const after = (key: string | null): readonly string[] => {
    const chains = [ofMine.get(key) ?? [], ofTheirs.get(key) ?? []]
    return chains.sort(byFirst).flat()
  }
  return [...after(null), ...spine.flatMap((key) => [key, ...after(key)])]
}

function spineOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | null {
  const [inMine, inTheirs, inBase] = [new Set(mine), new Set(theirs), new Set(base)]
  const a = mine.filter((key) => inTheirs.has(key))
  const b = theirs.filter((key) => inMine.has(key))
  if (isEqual(a, b)) return a
  const common = new Set(a)
  const before = base.filter((key) => common.has(key))
  const isMoved = (list: readonly string[]) =>
    !isEqual(
      list.filter((key) => inBase.has(key)),
      before,
    )
  const [mineMoved, theirsMoved] = [isMoved(a), isMoved(b)]
  return mineMoved === theirsMoved ? null : mineMoved ? a : b
}

/** What stands behind each fixed item, up to the next one; null is the start of the list. */
function followers(
  list: readonly string[],
  fixed: ReadonlySet<string>,
): ReadonlyMap<string | null, readonly string[]> {
  const chains = new Map<string | null, string[]>()
  let last: string | null = null
  for (const key of list)
    if (fixed.has(key)) last = key
    else chains.set(last, [...(chains.get(last) ?? []), key])
  return chains
}

function byFirst(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [a[0] ?? '', b[0] ?? '']
  return x < y ? -1 : x > y ? 1 : 0
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i])
}
