import type { Block, ReportDocument, Section } from '#domain/report/document.ts'

/** Rows that the preview draws: about fifty pages, more than anybody scrolls through before exporting. */
export const PREVIEW_ROWS = 1_000

/** The beginning of a document for the preview; `isWhole` is false where something was left to the file. */
export function previewPart(
  document: ReportDocument,
  rows = PREVIEW_ROWS,
): { readonly document: ReportDocument; readonly isWhole: boolean } {
  let left = rows
  let isWhole = true
  const sections = document.sections.flatMap((section): Section[] => {
    const blocks = section.blocks.flatMap((block): Block[] => {
      if (left <= 0) {
        isWhole = false
        return []
      }
      if (block.type !== 'table') {
        left -= 1
        return [block]
      }
      const shown = block.rows.slice(0, left)
      left -= block.rows.length
      if (shown.length < block.rows.length) isWhole = false
      return [{ ...block, rows: shown }]
    })
    return blocks.length === 0 ? [] : [{ ...section, blocks }]
  })
  return isWhole ? { document, isWhole } : { document: { ...document, sections }, isWhole }
}
