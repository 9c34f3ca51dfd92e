/*
 * Ways in which a title names its own numbers, at its end: "from 14 to 5 minutes", "by 25 %", "+25 %",
 * "≥ 99.9 %", "under 2 s".
 */
const NUMBERS_AT_THE_END = [
  /\s+(?:from|by|to|at least|at most|under|below|above|over)\s+(?:\p{Sc}\s?)?[+−-]?\d.*$/iu,
  /\s*[+−-]\s?\d[\d.,]*\s?%?\s*$/u,
  /\s*[≥≤<>=]\s*\d.*$/u,
]
/** What is left must still say something. */
const LEAST_LEFT = 3

/**
 * Title and measure as a label over a checkpoint shows them. Where the title repeats the numbers that the
 * measure says ("Activation from 31 to 50 %", `31 → 50 %`) the label says them once; a measure in brackets
 * is left to the inspector.
 */
export function labelText(
  title: string,
  measure: string,
): { readonly title: string; readonly measure: string } {
  const short = measure.replace(/\s*\([^)]*\)\s*$/u, '')
  if (!/\d/u.test(short)) return { title, measure: short }
  for (const pattern of NUMBERS_AT_THE_END) {
    const left = title.replace(pattern, '').trim()
    if (left !== title.trim() && left.length >= LEAST_LEFT) return { title: left, measure: short }
  }
  return { title, measure: short }
}
