import { expect, it } from 'vitest'
import { whileShown } from './shown-page.ts'
import type { Shown } from './shown-page.ts'

/** A page that loses its document as often as told, and what was shown in it. */
function pageLosing(times: number) {
  let left = times
  let shown = ''
  const answer = (method: string, { html = '' }: { readonly html?: string }) => {
    if (method === 'Page.setDocumentContent') {
      shown = left > 0 ? '' : html
      left -= 1
    }
    if (method === 'DOM.getDocument') return { root: { nodeId: 1 } }
    return { nodeId: shown === '' ? 0 : 7 }
  }
  const devtools = {
    send: (method: string, input: { readonly html?: string }) =>
      Promise.resolve(answer(method, input)),
  } as unknown as Shown['devtools']
  return { page: { targetId: 'page', devtools }, now: () => Promise.resolve(shown) }
}

it.each([0, 1, 4])('takes a page that was lost %d times only once it stays', async (times) => {
  const { page, now } = pageLosing(times)
  expect(await whileShown(page, '<p>report</p>', 'p', now)).toBe('<p>report</p>')
})

it('says so when the page never stays', async () => {
  const { page, now } = pageLosing(9)
  await expect(whileShown(page, '<p>report</p>', 'p', now)).rejects.toThrow('did not keep the page')
})
