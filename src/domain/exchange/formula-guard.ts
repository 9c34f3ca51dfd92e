const FORMULA_LEADS = new Set(['=', '+', '-', '@', '\t', '\r', '\n'])
const MARK = "'"

/**
 * True when a spreadsheet could take the text for a formula: its first letter that is no blank, in its
 * compatibility form (NFKC, so `＝` counts as `=`), is one of `= + - @`, or it leads with TAB, CR or LF.
 */
export function isFormulaLike(text: string): boolean {
  for (const char of text) {
    const plain = char.normalize('NFKC')
    const lead = plain.charAt(0)
    if (FORMULA_LEADS.has(lead)) return true
    // Marks that take no room (zero-width, byte order mark, bidi) do not hide what follows them.
    if (/^[\s\p{Cf}\p{Cc}]*$/u.test(plain)) continue
    return false
  }
  return false
}

/** The text as a cell that no spreadsheet runs: `'` before what looks like a formula, or like a guard of ours. */
export function guardFormula(text: string): string {
  return isFormulaLike(text) || isGuarded(text) ? MARK + text : text
}

/** Takes off exactly the prefix that {@link guardFormula} puts on; all other text stays as it is. */
export function unguardFormula(text: string): string {
  return isGuarded(text) ? text.slice(MARK.length) : text
}

/** One or more marks before something that looks like a formula: nobody but a guard writes that. */
function isGuarded(text: string): boolean {
  if (!text.startsWith(MARK)) return false
  return isFormulaLike(text.replace(/^'+/, ''))
}
