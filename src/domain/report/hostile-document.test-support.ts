import { address, heading, ours, theirs } from './document.ts'
import type { ReportDocument, Section } from './document.ts'

/** A report in which each of these texts stands in every place that takes text. */
export function hostileDocument(texts: readonly string[]): ReportDocument {
  const first = texts[0] ?? ''
  return {
    title: first,
    overline: [theirs(first)],
    heading: [theirs(first)],
    subtitle: [theirs(first)],
    footer: first,
    sections: texts.map((text): Section => ({
      id: 'rules',
      blocks: [
        heading(2, [theirs(text)], [theirs(text)]),
        { type: 'text', look: 'prose', text: [address(text), theirs(text, { strong: true })] },
        { type: 'list', items: [[theirs(text)]] },
        {
          type: 'table',
          label: text,
          noteLabel: 'Rule',
          set: 'cases',
          columns: [
            { label: 'A', align: 'start', width: 50 },
            { label: 'B', align: 'end', width: 50 },
          ],
          rows: [
            {
              cells: [[[theirs(text)], [theirs(text)]], [[ours('1')]]],
              notes: [[theirs(text)]],
              faded: false,
            },
          ],
        },
        {
          type: 'drawing',
          drawing: {
            look: 'route',
            description: [[theirs(text)]],
            strips: [
              {
                width: 10,
                height: 10,
                label: text,
                shapes: [
                  {
                    type: 'text',
                    x: 0,
                    y: 0,
                    size: 9,
                    anchor: 'start',
                    bold: false,
                    fill: '#000',
                    text,
                  },
                ],
              },
            ],
          },
        },
      ],
    })),
  }
}
