/**
 * Control characters (but line feed), bidi overrides and isolates, byte order marks and halves of
 * surrogate pairs: they could reorder or hide what a reader sees, so they are printed as a visible mark.
 */
const UNREADABLE = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu
/** More than eight marks on one letter would run over the lines above and below. */
const STACKED_MARKS = /(\p{M}{8})\p{M}+/gu

/** Printable ASCII only. */
const PLAIN = /^[ -~]*$/

/** Somebody's text as it may be printed: nothing hidden, nothing reordered, line breaks kept as `\n`. */
export function readableText(text: string): string {
  // Nearly all text is plain, and a large plan has a hundred thousand of them.
  if (PLAIN.test(text)) return text
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNREADABLE, '\ufffd')
    .replace(STACKED_MARKS, '$1')
}

const WEB_LINK = /^https?:\/\/[^\s/?#@"'<>\\^`{|}]+(?:[/?#][^\s"'<>\\^`{|}]*)?$/iu

/** True for an http(s) address without a user name: the only kind of text that may become a link. */
export function isWebLink(text: string): boolean {
  return text.length <= 2_000 && readableText(text) === text && WEB_LINK.test(text)
}

/** A piece of text; `href` only where the text is itself a web address. */
export type TextPart = { readonly text: string; readonly href: string | null }

/** Splits text at the web addresses in it. The parts joined are the readable text itself. */
export function splitAtLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let rest = ''
  const flush = () => {
    if (rest !== '') parts.push({ text: rest, href: null })
    rest = ''
  }
  for (const piece of readableText(text).split(/(https?:\/\/[^\s"'<>\\^`{|}]+)/giu)) {
    const address = piece.replace(/[.,;:!?)\]]+$/u, '')
    if (isWebLink(address)) {
      flush()
      parts.push({ text: address, href: address })
      rest = piece.slice(address.length)
    } else rest += piece
  }
  flush()
  return parts
}

const LETTERS = new Intl.Segmenter('en')

/** `text` shortened to `max` characters as a person counts them, with an ellipsis where it was cut. */
export function shorten(text: string, max: number): string {
  const letters = [...LETTERS.segment(text)]
  if (letters.length <= max) return text
  const kept = letters.slice(0, Math.max(1, max - 1)).map((letter) => letter.segment)
  return `${kept.join('').trimEnd()}…`
}
