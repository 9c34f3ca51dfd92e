import { expect, it } from 'vitest'
import { cell, heading, ours } from '#domain/report/document.ts'
import type { ReportDocument } from '#domain/report/document.ts'
import { previewPart } from './preview-part.ts'

const documentOf = (rows: number): ReportDocument => ({
  title: '',
  overline: [],
  heading: [],
  subtitle: [],
  footer: '',
  sections: [
    {
      id: 'objectives',
      blocks: [
        heading(2, [ours('Head')]),
        {
          type: 'table',
          label: '',
          set: 'T',
          noteLabel: '',
          columns: [],
          rows: Array.from({ length: rows }, () => ({
            cells: [cell('x')],
            notes: [],
            faded: false,
          })),
        },
      ],
    },
    { id: 'rules', blocks: [heading(2, [ours('Rules')])] },
  ],
})

it('leaves a document that fits as it is', () => {
  const document = documentOf(5)
  expect(previewPart(document, 10)).toEqual({ document, isWhole: true })
  expect(previewPart(document, 10).document).toBe(document)
})

it('stops a long one in the table and says so', () => {
  const { document, isWhole } = previewPart(documentOf(50), 10)
  expect(isWhole).toBe(false)
  expect(document.sections.map(({ id }) => id)).toEqual(['objectives'])
  const table = document.sections[0]?.blocks[1]
  expect(table?.type === 'table' && table.rows.length).toBe(9)
})
