/** Letters that are written from right to left, as the inside of a class of a regular expression. */
export const RIGHT_TO_LEFT =
  '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
const ANY_RIGHT_TO_LEFT = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u')

/** True when some of the text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return ANY_RIGHT_TO_LEFT.test(text)
}
