import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const SLIDE_FILE = /^ppt\/slides\/[^/]+\.xml$/
/** Properties of a paragraph behind a run of it. Text is escaped, so that no `<` is one of somebody's own. */
const REPEATED = /(<\/a:r>|<a:br\/>)<a:pPr\b(?:[^>]*\/>|[^>]*>.*?<\/a:pPr>)/gsu

/**
 * Slides whose paragraphs say their properties once, in front, as the schema of the format has it
 * (ECMA-376, `CT_TextParagraph`). PptxGenJS repeats them before every run.
 */
export function withOrderlyParagraphs(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([name, content]) => [
    name,
    SLIDE_FILE.test(name) ? strToU8(strFromU8(content).replace(REPEATED, '$1')) : content,
  ])
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>)
}
