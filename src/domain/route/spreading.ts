/** One mark on the road after spreading: alone, or several on one spot. */
export type Mark = {
  /** Indices into the places given, from left to right. */
  readonly members: readonly number[]
  readonly x: number
}

/**
 * Marks at `places` (ascending) that would come closer than `gap` move apart around the middle of their
 * group; the order stays. Where one would have to move further than `maxShift`, its group becomes one mark.
 * All stay within `minX`–`maxX` as far as they fit.
 */
export function spreadMarks(
  places: readonly number[],
  gap: number,
  maxShift: number,
  minX: number,
  maxX: number,
): readonly Mark[] {
  type Group = { first: number; count: number; sum: number }
  const groups: Group[] = []
  const left = (g: Group) => {
    const width = (g.count - 1) * gap
    const ideal = g.sum / g.count - width / 2
    return Math.max(minX, Math.min(ideal, maxX - width))
  }
  places.forEach((place, i) => {
    let group: Group = { first: i, count: 1, sum: place }
    for (let last = groups.at(-1); last; last = groups.at(-1)) {
      if (left(last) + last.count * gap <= left(group) + 1e-9) break
      groups.pop()
      group = { first: last.first, count: last.count + group.count, sum: last.sum + group.sum }
    }
    groups.push(group)
  })
  return groups.flatMap((group) => {
    const members = Array.from({ length: group.count }, (_, k) => group.first + k)
    const start = left(group)
    const shift = Math.max(...members.map((i, k) => Math.abs(start + k * gap - (places[i] ?? 0))))
    if (shift <= maxShift) return members.map((i, k) => ({ members: [i], x: start + k * gap }))
    return stackNear(places, members, gap)
  })
}

/** Splits a group that cannot spread into as few spots as stay `gap` apart. */
function stackNear(
  places: readonly number[],
  members: readonly number[],
  gap: number,
): readonly Mark[] {
  const marks: { members: number[]; x: number }[] = []
  for (const i of members) {
    const place = places[i] ?? 0
    const last = marks.at(-1)
    if (last && place - last.x < gap) last.members.push(i)
    else marks.push({ members: [i], x: place })
  }
  return marks
}
