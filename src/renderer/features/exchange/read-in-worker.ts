import { refuseInput } from '#domain/exchange/refusal.ts'
import gateWorkerUrl from './gate-worker.ts?worker&url'
import type { GateAnswer, GateRequest } from './gate-request.ts'

const DEADLINE_MS = 10_000

/** The part of Trusted Types in use; the DOM types do not know it yet. */
type PolicyFactory = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

let policy: ReturnType<PolicyFactory['createPolicy']> | null = null

/** The one script that a worker may be made of, as the page's policy wants it. */
function workerUrl(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory }
  policy ??=
    trustedTypes?.createPolicy('roadbook-worker', {
      createScriptURL: (url) => {
        if (url !== gateWorkerUrl) throw new TypeError('Only the import worker may be started.')
        return url
      },
    }) ?? null
  return policy ? policy.createScriptURL(gateWorkerUrl) : gateWorkerUrl
}

const failed = (message: string, file: string): GateAnswer => refuseInput(message, { file })

/**
 * Reads an input beside the screen. After ten seconds the worker is ended and the input refused. Calling
 * `stop` ends it at once; its promise then never settles.
 */
export function readInWorker(request: GateRequest): {
  readonly answer: Promise<GateAnswer>
  readonly stop: () => void
} {
  const worker = new Worker(workerUrl(), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    worker.terminate()
  }
  const answer = new Promise<GateAnswer>((resolve) => {
    const settle = (found: GateAnswer) => {
      stop()
      resolve(found)
    }
    timer = setTimeout(() => {
      settle(
        failed(
          'Reading this took longer than ten seconds, so it was stopped. Nothing was changed. Bring it in in smaller parts.',
          request.name,
        ),
      )
    }, DEADLINE_MS)
    worker.addEventListener('message', (event: MessageEvent<GateAnswer>) => {
      settle(event.data)
    })
    worker.addEventListener('error', () => {
      settle(failed('This could not be read. Nothing was changed. Try a part of it.', request.name))
    })
    worker.postMessage(request)
  })
  return { answer, stop }
}
