import { inflateSync } from 'node:zlib'

type PdfObject = { readonly head: string; readonly data: string | null }

/**
 * The letters of a PDF as Chromium prints it, page by page, in the order in which they are painted: enough
 * to read a report back on a machine without any PDF program. Between lines there is no space.
 */
export function pdfWords(bytes: Buffer): readonly string[] {
  const objects = objectsOf(bytes.toString('latin1'))
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
  return pages.map(({ head }) => {
    const [, number = ''] = /\/Contents\s+(\d+) 0 R/.exec(head) ?? []
    return painted(objects.get(number)?.data ?? '', fontsOf(head, objects))
  })
}

function objectsOf(file: string): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>()
  for (const [, number = '', body = ''] of file.matchAll(
    /(?:^|[\r\n])(\d+) 0 obj\b([\s\S]*?)\bendobj/g,
  )) {
    const stream = /^([\s\S]*?)\bstream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)
    const head = stream?.[1] ?? body
    const isPlain =
      stream !== null && /\/FlateDecode/.test(head) && !/\/Subtype\s*\/Image/.test(head)
    objects.set(number, { head, data: isPlain ? inflated(stream[2] ?? '') : null })
  }
  return objects
}

function inflated(data: string): string | null {
  try {
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
  } catch {
    return null
  }
}

type Letters = { readonly bytes: 1 | 2; readonly of: ReadonlyMap<number, string> }

/** The letters of each font of a page by the font's name there. */
function fontsOf(
  page: string,
  objects: ReadonlyMap<string, PdfObject>,
): ReadonlyMap<string, Letters> {
  const [, fonts = ''] = /\/Font\s*<<([\s\S]*?)>>/.exec(page) ?? []
  return new Map(
    [...fonts.matchAll(/\/(\S+)\s+(\d+) 0 R/g)].map(([, name = '', number = '']) => {
      const head = objects.get(number)?.head ?? ''
      const [, map = ''] = /\/ToUnicode\s+(\d+) 0 R/.exec(head) ?? []
      const bytes = /\/Subtype\s*\/Type0/.test(head) ? 2 : 1
      return [name, { bytes, of: lettersIn(objects.get(map)?.data ?? '') }]
    }),
  )
}

function lettersIn(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>()
  const code = (hex: string) => Number.parseInt(hex, 16)
  const text = (hex: string, more = 0) => {
    const units = hex.match(/.{4}/g)?.map(code) ?? []
    return String.fromCharCode(
      ...units.map((unit, i) => (i === units.length - 1 ? unit + more : unit)),
    )
  }
  for (const [, rows = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of rows.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(code(from), text(to))
  for (const [, rows = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of rows.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let at = code(from); at <= code(to); at++) letters.set(at, text(first, at - code(from)))
  return letters
}

/** What the page's own commands paint: `Tf` takes a font, `Tj` and `TJ` paint letters with it. */
function painted(commands: string, fonts: ReadonlyMap<string, Letters>): string {
  let font: Letters | undefined
  const words: string[] = []
  for (const [, name, strings] of commands.matchAll(
    /\/(\S+) [\d.]+ Tf|((?:<[\dA-Fa-f]*>|\[[^\]]*\])) T[jJ]/g,
  )) {
    if (name !== undefined) font = fonts.get(name)
    else
      for (const [, hex = ''] of (strings ?? '').matchAll(/<([\dA-Fa-f]*)>/g)) {
        if (!font) throw new Error('words are painted in a font that the page does not name')
        words.push(spelled(hex, font))
      }
  }
  return words.join('')
}

function spelled(hex: string, { bytes, of }: Letters): string {
  const codes = hex.match(bytes === 2 ? /.{4}/g : /.{2}/g) ?? []
  return codes.map((code) => of.get(Number.parseInt(code, 16)) ?? '').join('')
}
