/** A rectangle in pixels. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A label that belongs above a mark. */
export type LabelWish = {
  /** x of the mark that it names. */
  readonly anchorX: number
  /** Top of the label when it stands right above its mark. */
  readonly y: number
  /** Width that shows all of it, and the least that still says something. */
  readonly width: number
  readonly minWidth: number
}

/** Where a label stands; `row` counts the rows that it stepped up. */
export type PlacedLabel = Box & { readonly row: number }

export type LabelRoom = {
  readonly height: number
  /** Height of one step up. */
  readonly rowStep: number
  /** Least distance between two labels, or a label and an obstacle. */
  readonly gap: number
  readonly minX: number
  readonly maxX: number
  /** What a label must not cover: cars, discs, the flag, the today pill. */
  readonly obstacles: readonly Box[]
}

/** A label stays over its mark with at least this much on either side. */
const HOLD_PX = 10
/** What one step up costs against moving or shortening by so many pixels. */
const ROW_COST = 46
const SHORTEN_COST = 0.55

/**
 * Places labels so that none covers another or an obstacle. Neighbours first move apart around their
 * common middle; then each takes the cheapest of moving aside, shortening and stepping up. There is always
 * a free row further up, so every label finds a place. Answers in the order of `wishes`.
 */
export function placeLabels(wishes: readonly LabelWish[], room: LabelRoom): readonly PlacedLabel[] {
  const order = wishes.map((_, i) => i).sort((a, b) => anchor(wishes, a) - anchor(wishes, b))
  const sorted = order.flatMap((i) => wishes[i] ?? [])
  const centres = moveApart(sorted, room.gap)
  const taken: Box[] = [...room.obstacles]
  const placed = new Array<PlacedLabel>(wishes.length)
  sorted.forEach((wish, k) => {
    const label = placeOne(wish, centres[k] ?? wish.anchorX, room, taken)
    taken.push(label)
    placed[order[k] ?? 0] = label
  })
  return placed
}

/** True when two boxes come closer than `gap`. */
export function boxesTouch(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  )
}

function anchor(wishes: readonly LabelWish[], i: number): number {
  return wishes[i]?.anchorX ?? 0
}

/** Centres at which all labels of full width stand side by side, groups around the mean of their marks. */
function moveApart(wishes: readonly LabelWish[], gap: number): readonly number[] {
  type Group = { members: LabelWish[]; width: number; middle: number }
  const groups: Group[] = []
  for (const wish of wishes) {
    let group: Group = { members: [wish], width: wish.width, middle: wish.anchorX }
    for (let last = groups.at(-1); last; last = groups.at(-1)) {
      if (last.middle + last.width / 2 + gap <= group.middle - group.width / 2) break
      groups.pop()
      const members = [...last.members, ...group.members]
      const middle = members.reduce((sum, m) => sum + m.anchorX, 0) / members.length
      group = { members, width: last.width + gap + group.width, middle }
    }
    groups.push(group)
  }
  return groups.flatMap(({ members, width, middle }) => {
    let x = middle - width / 2
    return members.map((member) => {
      const centre = x + member.width / 2
      x += member.width + gap
      return centre
    })
  })
}

function placeOne(
  wish: LabelWish,
  centre: number,
  room: LabelRoom,
  taken: readonly Box[],
): PlacedLabel {
  const least = Math.min(wish.minWidth, wish.width)
  const widths = [wish.width, (wish.width + least) / 2, least]
  let best: PlacedLabel | undefined
  let bestCost = Infinity
  for (let row = 0; row <= taken.length + 1; row++) {
    if (row * ROW_COST >= bestCost) break
    for (const width of widths) {
      const box = { y: wish.y - row * room.rowStep, width, height: room.height }
      const x = freeX(box, wish.anchorX, centre, room, taken)
      if (x === null) continue
      const shift = Math.abs(x + width / 2 - wish.anchorX)
      const cost = row * ROW_COST + (wish.width - width) * SHORTEN_COST + shift * 0.4
      if (cost < bestCost) [best, bestCost] = [{ ...box, x, row }, cost]
    }
  }
  return best ?? aboveAll(wish, least, room, taken)
}

/** The free x nearest to where the label would like to be, or null where this row has none. */
function freeX(
  box: Omit<Box, 'x'>,
  anchorX: number,
  centre: number,
  room: LabelRoom,
  taken: readonly Box[],
): number | null {
  const hold = Math.min(HOLD_PX, box.width / 2)
  let lo = Math.max(room.minX, anchorX - box.width + hold)
  let hi = Math.min(room.maxX - box.width, anchorX - hold)
  // A mark at the very edge of the map: the label stands as near as the edge allows.
  if (lo > hi) lo = hi = Math.max(room.minX, Math.min(room.maxX - box.width, lo))
  const ideal = Math.min(hi, Math.max(lo, centre - box.width / 2))
  const blockers = taken.filter((t) => boxesTouch({ ...box, x: t.x }, t, room.gap))
  const isFree = (x: number) => !blockers.some((b) => boxesTouch({ ...box, x }, b, room.gap))
  const candidates = [ideal]
  for (const b of blockers) {
    candidates.push(b.x - room.gap - box.width, b.x + b.width + room.gap)
  }
  let found: number | null = null
  for (const x of candidates) {
    if (x < lo || x > hi || !isFree(x)) continue
    if (found === null || Math.abs(x - ideal) < Math.abs(found - ideal)) found = x
  }
  return found
}

/** Above everything that is in the way. */
function aboveAll(
  wish: LabelWish,
  width: number,
  room: LabelRoom,
  taken: readonly Box[],
): PlacedLabel {
  const x = Math.max(room.minX, Math.min(room.maxX - width, wish.anchorX - width / 2))
  let row = 0
  const at = (r: number): Box => ({
    x,
    y: wish.y - r * room.rowStep,
    width,
    height: room.height,
  })
  const isTaken = (r: number) => taken.some((t) => boxesTouch(at(r), t, room.gap))
  while (isTaken(row)) row++
  return { ...at(row), row }
}
