import { expect, it } from 'vitest'
import { footerTemplate, pdfOptions } from './pdf-options.ts'

it('prints as asked, with page numbers', () => {
  expect(pdfOptions({ paper: 'Letter', landscape: true, footer: 'Plan' })).toMatchObject({
    pageSize: 'Letter',
    landscape: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    preferCSSPageSize: false,
    generateTaggedPDF: true,
  })
  const foot = footerTemplate('Plan')
  expect(foot).toContain('>Plan</span>')
  expect(foot).toMatch(/page <span class="pageNumber"><\/span> of <span class="totalPages">/)
})

it.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['<img src=x onerror="a">', '&lt;img src=x onerror=&quot;a&quot;&gt;'],
  ["a & b's\nplan", 'a &amp; b&#39;s plan'],
])('the foot line shows %j as text', (text, safe) => {
  expect(footerTemplate(text)).toContain(`>${safe}</span>`)
})
