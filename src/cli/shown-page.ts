import type { PageSession } from '#lite-host/browser/page-session.ts'

/** How often a page that did not stay is shown again. */
const TRIES = 5

export type Shown = Pick<PageSession, 'targetId' | 'devtools'>

/**
 * Shows a document in the page and takes from it what is wanted. A window that has just opened may still be
 * on its way to its empty page, which then replaces the document: so it is looked for afterwards, and if it
 * is gone, all is done again. Throws when it never stays.
 */
export async function whileShown<T>(
  { targetId, devtools }: Shown,
  html: string,
  selector: string,
  take: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await devtools.send('Page.setDocumentContent', { frameId: targetId, html })
    const taken = await take()
    const { root } = await devtools.send('DOM.getDocument', {})
    const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector })
    if (nodeId !== 0) return taken
  }
  throw new Error('The browser did not keep the page that was to be drawn. Try again.')
}
