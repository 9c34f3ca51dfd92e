import { withFewMarks, withLeftMark } from './bidi-text.ts'
import type { Block, Cell, Line, ReportDocument, Span } from './document.ts'

/** The report as GitHub-flavoured Markdown: no raw HTML, every typed character that could be markup escaped. */
export function reportMarkdown(document: ReportDocument): string {
  const blocks = [
    inline(document.overline),
    `# ${inline(document.heading)}`,
    inline(document.subtitle),
    ...document.sections.flatMap((section) => section.blocks.flatMap(blockText)),
    escapeMarkdown(withFewMarks(document.footer)),
  ]
  return `${blocks.filter((block) => block.trim() !== '').join('\n\n')}\n`
}

function blockText(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading': {
      const aside = block.aside ? ` · ${inline(block.aside)}` : ''
      return [`${'#'.repeat(block.level)} ${inline(block.text)}${aside}`]
    }
    case 'figures':
      return [
        block.figures
          .map(({ value, label }) => `- **${escapeMarkdown(value)}** ${escapeMarkdown(label)}`)
          .join('\n'),
      ]
    case 'text':
      return [inline(block.text)]
    case 'table':
      return [tableText(block)]
    case 'list':
      return [listText(block.items)]
    case 'drawing':
      return [listText(block.drawing.description)]
    case 'pair':
      return block.columns.flatMap((column) => column.flatMap(blockText))
  }
}

function listText(items: readonly Line[]): string {
  return items.map((item) => `- ${inline(item)}`).join('\n')
}

function tableText(table: Extract<Block, { type: 'table' }>): string {
  const hasNotes = table.rows.some((row) => row.notes.some((line) => line.length > 0))
  const heads = table.columns.map(({ label }) => escapeMarkdown(label))
  const rules = table.columns.map(({ align }) => (align === 'end' ? '---:' : '---'))
  const rows = table.rows.map((row) => [
    ...row.cells.map(cellText),
    ...(hasNotes ? [cellText(row.notes)] : []),
  ])
  if (hasNotes) {
    heads.push(escapeMarkdown(table.noteLabel))
    rules.push('---')
  }
  return [heads, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The lines of a cell in one, since a table row of Markdown is one line. */
function cellText(cell: Cell): string {
  return cell
    .map(inline)
    .filter((line) => line !== '')
    .join(' · ')
}

function inline(line: Line): string {
  return line.map(spanText).join('').trim()
}

function spanText(span: Span): string {
  const text = withLeftMark(escapeMarkdown(span.text))
  const strong =
    span.strong && text.trim() !== '' ? text.replace(/^(\s*)(.*?)(\s*)$/su, '$1**$2**$3') : text
  return span.href === undefined ? strong : `[${strong}](<${linkTarget(span.href)}>)`
}

/**
 * Text as Markdown reads it back: a backslash before every character that can be markup, at the start also
 * before those that only open a line (lists, rules, quotes); line breaks become a visible sign.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&!$^]/g, '\\$&')
    .replace(/\s*\n\s*/gu, ' ↵ ')
    .replace(/[\t ]+/g, ' ')
    .replace(/^( ?)([-+=])/, '$1\\$2')
    .replace(/^( ?\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** An http(s) address between `<` and `>`; what could end it there is percent-encoded. */
function linkTarget(href: string): string {
  return href.replace(
    /[<>\\()\s|`*_[\]]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
