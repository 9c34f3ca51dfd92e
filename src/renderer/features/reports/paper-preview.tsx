import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ReportDocument } from '#domain/report/document.ts'
import type { Paper } from '#domain/report/options.ts'
import { pageOf } from '#domain/report/page.ts'
import { PAPER_MM, pageStyle, sheetStyle } from '#domain/report/page-style.ts'
import { createPage } from './page-elements.ts'
import { previewPart } from './preview-part.ts'
import styles from './paper-preview.module.css'

const PX_PER_MM = 96 / 25.4

/**
 * The page that is exported, on a sheet: the same tree of elements and the same style text as the file, in
 * a shadow root of its own, so that neither can touch the app. Its links lead nowhere here.
 */
export function PaperPreview({
  document,
  paper,
}: {
  readonly document: ReportDocument
  readonly paper: Paper
}) {
  const host = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  const part = useMemo(() => previewPart(document), [document])

  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pageStyle() + sheetStyle(paper))
    root.adoptedStyleSheets = [sheet]
    root.replaceChildren(createPage(pageOf(part.document)))
  }, [part, paper])

  useLayoutEffect(() => {
    const element = pane.current
    if (!element) return
    const fit = () => {
      const room = element.clientWidth - 48
      setScale(Math.min(1, Math.max(0.4, room / (PAPER_MM[paper].width * PX_PER_MM))))
    }
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    fit()
    return () => {
      observer.disconnect()
    }
  }, [paper])

  return (
    <div ref={pane} className={styles['pane']} role="region" aria-label="Preview" tabIndex={0}>
      <div
        ref={host}
        className={styles['sheet']}
        style={{ zoom: scale }}
        data-testid="report-preview"
        onClick={stayHere}
        onAuxClick={stayHere}
      />
      {!part.isWhole && (
        <p className={styles['rest']}>
          The preview ends here. The exported file holds the whole report.
        </p>
      )}
    </div>
  )
}

/** A link of a plan is text here: the file has it as a link, the app opens none. */
function stayHere(event: { readonly preventDefault: () => void }) {
  event.preventDefault()
}
