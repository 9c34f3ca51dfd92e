const SEPARATORS_BEHIND = /[\s,;:|/–—-]+$/
const SEPARATORS_BEFORE = /^[\s,;:|/–—-]+/

/**
 * A text without the part from `start` to `end`, and without what held only that part: empty brackets, a
 * comma or a dash too much.
 */
export function cutOut(text: string, start: number, end: number): string {
  let left = text.slice(0, start).trimEnd()
  let right = text.slice(end).trimStart()
  if (/[([]$/.test(left) && /^[)\]]/.test(right)) {
    left = left.slice(0, -1).trimEnd()
    right = right.slice(1).trimStart()
  }
  if (left === '') return right.replace(SEPARATORS_BEFORE, '')
  if (/[([]$/.test(left)) return left + right.replace(SEPARATORS_BEFORE, '')
  if (right === '' || /^[)\],;.!?]/.test(right)) return left.replace(SEPARATORS_BEHIND, '') + right
  const isDoubled = /^[–—|/-]\s/.test(right) && /[,;|/–—-]$/.test(left)
  return `${isDoubled ? left.replace(SEPARATORS_BEHIND, '') : left} ${right}`
}
