/** What stands before the decimals of a number. */
export type DecimalSign = ',' | '.'

const WITH_COMMA = /(?<![\d.,])\d{1,3}(?:\.\d{3})*,\d{1,2}(?![\d,])/
const WITH_POINT = /(?<![\d.,/vV])\d{1,3}(?:,\d{3})*\.\d{1,2}(?![\d.,]|\s?\))/
/** "1.2 …", "KR 1.2:", "31.12.": names and days, no amounts. */
const NAMES =
  /^[^\p{L}\d\n]{0,8}(?:(?:\p{L}{1,12}[ \t]){0,2}\p{L}{0,3}\d{1,3}(?:\.\d{1,3})+[.):]|\d{1,3}(?:\.\d{1,3})+(?=[ \t]+\p{L})|(?:kr|ke|o)[ \t]?\d{1,3}(?:\.\d{1,3})+)|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?/gimu

const GERMAN_LABEL =
  /(?<!\p{L})(?:schlüsselergebnis(?:se)?|maßnahmen?|verantwortlich(?:e|er)?|kennzahl(?:en)?|startwert|zielwert|ziele? ?\d{0,2}:)(?!\p{L})/iu
const GERMAN_WORDS =
  /(?<!\p{L})(?:steigern|senken|erhöhen|verringern|reduzieren|umsatz|kunden|kosten|anfragen|für|und|über|von|auf|pro|bis)(?!\p{L})/giu

/** How a text writes decimals, by its other numbers or else by German words; null where it does not say. */
export function decimalSign(text: string): DecimalSign | null {
  const plain = text.replace(NAMES, ' ')
  const [comma, point] = [WITH_COMMA.test(plain), WITH_POINT.test(plain)]
  if (comma !== point) return comma ? ',' : '.'
  if (comma) return null
  const words = new Set(text.match(GERMAN_WORDS)?.map((word) => word.toLowerCase()))
  return GERMAN_LABEL.test(text) || words.size > 1 ? ',' : null
}
