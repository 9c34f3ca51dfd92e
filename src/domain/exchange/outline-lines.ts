/** One line of an outline before anybody asks what it means. */
export type OutlineLine = {
  /** From 1. */
  readonly lineNumber: number
  /** How far it stands to the right; a marker counts as one more than a bare line at the same place. */
  readonly width: number
  readonly form: 'bare' | 'item' | 'heading' | 'quote' | 'code'
  /** 1–6 for a heading, 0 otherwise. */
  readonly level: number
  /** The text behind the marker, marks inside still there. */
  readonly source: string
  /** The state of a `[ ]` or `[x]`; null without a box. */
  readonly isChecked: boolean | null
  /** A blank line stands before it. */
  readonly isAfterBlank: boolean
}

const TAB = 4
const BULLET = /^(?:[-*+•◦▪▫‣⁃●○■□➢➤✓–—·]|o(?=\t))[ \t]+/u
const NUMBERED =
  /^(\d{1,4}(?:\.\d{1,3}){0,4})(?:[.)]|(?<=\.\d{1,3}))[ \t]+|^\(?([a-z]|[ivx]{1,5})[.)][ \t]+/i
const CHECKBOX = /^\[([ xX✓✔])\][ \t]+|^([☐☑☒✅])[ \t]*/u
const HEADING = /^(#{1,6})[ \t]+/
/** "Objective: Rave. KR1: … KR2: …" on one line. */
const STARTS_WITH_WORD =
  /^[^\p{L}\n]{0,12}(?:O|Obj|Objective|KR|Key Result)[ \t]?[\d.]{0,5}(?:[ \t]?:|[ \t][–-])[ \t]/iu
const NEXT_RESULT =
  /(?<=[\p{L}\d%)”"])[.;,|]?[ \t]{1,4}(?=(?:KR|Key Result)[ \t]?\d{1,2}(?:\.\d{1,2})?:[ \t])/iu

function piecesOf(line: string): string[] {
  const bare = line.replace(/^[\u200b\u2060\ufeff]+/, '')
  return STARTS_WITH_WORD.test(bare) ? bare.split(NEXT_RESULT) : [bare]
}

const RULE = /^(?:[-*_=][ \t]*){3,}$/

function indentOf(line: string): { columns: number; chars: number } {
  let columns = 0
  let chars = 0
  for (const char of line) {
    if (char === ' ' || char === '\u00a0') columns += 1
    else if (char === '\t') columns += TAB - (columns % TAB)
    else break
    chars += 1
  }
  return { columns, chars }
}

/** A marker of a list and how much it adds to the width: `1.1` stands deeper than `1.`. */
function markerOf(text: string): { length: number; depth: number } | null {
  const bullet = BULLET.exec(text)
  if (bullet) return { length: bullet[0].length, depth: 1 }
  const numbered = NUMBERED.exec(text)
  if (!numbered) return null
  const parts = (numbered[1] ?? '').split('.').length
  return { length: numbered[0].length, depth: 2 * parts - 1 }
}

/** A picture that stands as a bullet, "1 " where others say "1.1 ": marks that a text shows only as a whole. */
type Style = {
  readonly pictures: readonly string[]
  /** Bullets of a text without any indent, each kind a level. */
  readonly bullets: readonly string[]
  readonly hasDots: boolean
}

const PICTURE = /^\p{Extended_Pictographic}\u{fe0f}?(?=[ \t])/u
/** The bullets of a word processor, which come without their indents. */
const WORD_BULLET = /^[•o◦▪●○■](?=[ \t]+\S)/
const BARE_NUMBER = /^\d{1,2}[ \t]+(?=[\p{Lu}\p{Lo}])/u

function styleOf(lines: readonly string[]): Style {
  const counts = new Map<string, number>()
  let first = true
  let isBelow = false
  for (const line of lines) {
    if (line.trim() === '') continue
    const picture = PICTURE.exec(line)?.[0]
    if (first && picture === undefined) isBelow = true
    first = false
    if (picture !== undefined && !CHECKBOX.test(line))
      counts.set(picture, (counts.get(picture) ?? 0) + 1)
  }
  const pictures = [...counts].flatMap(([picture, count]) => (count > 1 ? picture : []))
  const hasDots = lines.some((line) => /^\d{1,2}\.\d{1,2}[.)]?[ \t]/.test(line))
  const isIndented = lines.some((line) => /^\s+\S/.test(line.slice(0, 400)))
  const marks = isIndented ? [] : lines.flatMap((line) => WORD_BULLET.exec(line)?.[0] ?? [])
  const bullets = [...new Set(marks)]
  return {
    pictures: isBelow ? ['', ...pictures] : pictures,
    bullets: bullets.length > 1 ? bullets : [],
    hasDots,
  }
}

/** Reads the marks at the start of every line; blank lines and rules are left out. */
export function outlineLines(text: string): OutlineLine[] {
  const lines: OutlineLine[] = []
  let isFenced = false
  let isComment = false
  let isAfterBlank = true
  const all = text.split('\n')
  const style = styleOf(all)
  // Front matter: settings between two rules at the very start.
  const matter = all[0]?.trim() === '---' ? all.slice(0, 60).indexOf('---', 1) : -1
  for (const [at, line] of all.entries()) {
    const bare = line.trim()
    if (at <= matter) continue
    if (/^(?:```|~~~)/.test(bare)) {
      isFenced = !isFenced
      continue
    }
    if (bare === '' || (RULE.test(bare.slice(0, 200)) && !isFenced)) {
      isAfterBlank = true
      continue
    }
    if (!isFenced && bare.startsWith('<!--')) isComment = true
    if (isComment) {
      if (bare.includes('-->')) isComment = false
      continue
    }
    for (const piece of isFenced ? [line] : piecesOf(line)) {
      lines.push({ ...readLine(piece, at + 1, isFenced, style), isAfterBlank })
      isAfterBlank = false
    }
    isAfterBlank = false
  }
  return lines
}

function styledMarker(text: string, { pictures, bullets, hasDots }: Style) {
  const level = bullets.indexOf(WORD_BULLET.exec(text)?.[0] ?? '-')
  if (level !== -1) return { length: /^.[ \t]+/.exec(text)?.[0].length ?? 1, depth: 1 + 2 * level }
  const number = hasDots ? BARE_NUMBER.exec(text)?.[0] : undefined
  if (number !== undefined) return { length: number.length, depth: 1 }
  const picture = PICTURE.exec(text)?.[0] ?? '-'
  const depth = pictures.indexOf(picture)
  return depth === -1 ? null : { length: picture.length + 1, depth }
}

function readLine(
  line: string,
  lineNumber: number,
  isFenced: boolean,
  style: Style,
): Omit<OutlineLine, 'isAfterBlank'> {
  const indent = indentOf(line)
  const width = indent.columns * 2
  let rest = line.slice(indent.chars).trimEnd()
  const made = { lineNumber, level: 0, isChecked: null }
  if (isFenced) return { ...made, width, form: 'code', source: rest }
  if (rest.startsWith('>'))
    return { ...made, width, form: 'quote', source: rest.replace(/^[> \t]+/, '') }
  const heading = HEADING.exec(rest)
  if (heading)
    return {
      ...made,
      width: 0,
      form: 'heading',
      level: heading[1]?.length ?? 1,
      source: rest.slice(heading[0].length).replace(/[ \t]+#{1,6}$/, ''),
    }
  const marker = (indent.chars === 0 ? styledMarker(rest, style) : null) ?? markerOf(rest)
  if (marker) rest = rest.slice(marker.length)
  const box = CHECKBOX.exec(rest)
  if (box) rest = rest.slice(box[0].length)
  const sign = box ? (box[1] ?? box[2] ?? ' ') : ' '
  return {
    lineNumber,
    width: width + (marker ? marker.depth : box ? 1 : 0),
    form: marker || box ? 'item' : 'bare',
    level: 0,
    source: rest,
    isChecked: box ? !/[ ☐]/u.test(sign) : null,
  }
}
