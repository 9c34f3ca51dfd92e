// Tab, line feed, carriage return and everything from the space on but surrogates and the two non-characters.
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** The text without what no XML document may hold; everything else stays. */
export function xmlText(text: string): string {
  return text.replace(ILLEGAL, '')
}
