import { records } from '../host-records.ts'
import {
  APP_ORIGIN,
  isLiteAddress,
  LITE_ORIGIN,
  toAppAddress,
  toLiteAddress,
} from './app-address.ts'
import type { DevtoolsSession } from './devtools-session.ts'

type Paused = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly postData: string | undefined
  readonly isDocument: boolean
  readonly isRedirect: boolean
  readonly frameId: string
}

type Answers = {
  /** Main's protocol handler for the session that the frame belongs to; undefined where none is set. */
  readonly handler: (
    frameId: string,
  ) => ((request: Request) => Response | Promise<Response>) | undefined
  /** Asks main whether a document may be loaded; false when an event handler prevented it. */
  readonly mayLoad: (paused: Paused) => boolean
}

const inText = (text: string, from: string, to: string) => text.replaceAll(from, to)

const asRequest = ({ url, method, headers, postData }: Paused): Request =>
  new Request(toAppAddress(url), {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      inText(value, LITE_ORIGIN, APP_ORIGIN),
    ]),
    ...(postData === undefined ? {} : { body: postData }),
  })

const headersOf = (response: Response) =>
  [...response.headers].map(([name, value]) => ({
    name,
    value: inText(name === 'location' ? toLiteAddress(value) : value, APP_ORIGIN, LITE_ORIGIN),
  }))

/**
 * Answers every request of every page, frame and worker: those of the app's origin by main's own protocol
 * handler, all others are refused and counted. Document requests that main prevents are only noted.
 */
export const answerRequests = async (
  browser: DevtoolsSession,
  { handler, mayLoad }: Answers,
): Promise<void> => {
  const refuse = (requestId: string) =>
    browser.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })

  const answer = async (requestId: string, paused: Paused): Promise<unknown> => {
    if (paused.isDocument && !mayLoad(paused)) {
      records.stoppedNavigations.push(paused.url)
      return refuse(requestId)
    }
    if (!isLiteAddress(paused.url)) {
      records.offOriginRequests.push(paused.url)
      return refuse(requestId)
    }
    const handle = handler(paused.frameId)
    if (!handle) return refuse(requestId)
    const response = await handle(asRequest(paused))
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    return browser.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: headersOf(response),
      body,
    })
  }

  browser.on('Fetch.requestPaused', ({ requestId, request, frameId, resourceType, ...rest }) => {
    if (request.url.startsWith('devtools://')) {
      browser.send('Fetch.continueRequest', { requestId }).catch(() => undefined)
      return
    }
    const paused: Paused = {
      url: request.url + (request.urlFragment ?? ''),
      method: request.method,
      headers: request.headers,
      postData: request.postData,
      isDocument: resourceType === 'Document',
      isRedirect: rest.redirectedRequestId !== undefined,
      frameId,
    }
    answer(requestId, paused).catch((error: unknown) => {
      console.error(`${paused.method} ${toAppAddress(paused.url)}:`, error)
      // The page may be gone already, and its request with it.
      refuse(requestId).catch(() => undefined)
    })
  })
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}
