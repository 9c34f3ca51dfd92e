import type { Block, ReportDocument } from './document.ts'
import type { Strip } from './shape.ts'

/** Every picture of a report in reading order. */
export function stripsOf(document: ReportDocument): readonly Strip[] {
  return document.sections.flatMap(({ blocks }) => inBlocks(blocks))
}

function inBlocks(blocks: readonly Block[]): readonly Strip[] {
  return blocks.flatMap((block) =>
    block.type === 'drawing'
      ? block.drawing.strips
      : block.type === 'pair'
        ? block.columns.flatMap(inBlocks)
        : [],
  )
}
