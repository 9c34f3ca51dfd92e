import { Worker } from 'node:worker_threads'
import { Trouble } from '#main/files/trouble.ts'
import type { Failure } from '#shared/ipc-contract.ts'
import type { StateWorks, WorkName } from './state-works.ts'
import { worksHere } from './state-works.ts'

export type WorkCall = { readonly id: number; readonly name: WorkName; readonly input: unknown }
export type WorkAnswer =
  | { readonly ready: true }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly code: Failure['code']; readonly message: string }

/** No piece of work takes a tenth of this, even for the largest plan on a slow machine. */
const PATIENCE_MS = 60_000

export type WorksThreadPorts = {
  /**
   * The built file of the thread. It may lie inside `app.asar`: Electron reads a thread's program from there as
   * it reads main's own, and it imports nothing but its neighbours (`tests/unit/built-output.test.ts`).
   */
  readonly path: string
  readonly log: (line: string) => void
  readonly patienceMs?: number
}

export type WorksThread = StateWorks & { readonly close: () => Promise<void> }

type Waiting = {
  readonly done: (value: unknown) => void
  readonly failed: (error: unknown) => void
}
type Running = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; isReady: boolean }

/**
 * The works on a thread of their own. A thread that dies at its work fails that work and the next one starts
 * another. Where not even the first can be started (a damaged installation), the works run on this thread:
 * a slow snapshot is better than none.
 */
export function worksThread({
  path,
  log,
  patienceMs = PATIENCE_MS,
}: WorksThreadPorts): WorksThread {
  let running: Running | null = null
  let here: StateWorks | null = null
  let lastId = 0

  function start(): Running {
    const fresh: Running = { worker: new Worker(path), waiting: new Map(), isReady: false }
    fresh.worker.unref()
    fresh.worker.on('message', (answer: WorkAnswer) => {
      if ('ready' in answer) {
        fresh.isReady = true
        return
      }
      const waiting = fresh.waiting.get(answer.id)
      fresh.waiting.delete(answer.id)
      if ('value' in answer) waiting?.done(answer.value)
      else waiting?.failed(new Trouble(answer.code, answer.message))
    })
    fresh.worker.on('error', (error) => {
      end(fresh, error.message)
    })
    fresh.worker.on('exit', (code) => {
      end(fresh, `code ${String(code)}`)
    })
    return fresh
  }

  function end(ended: Running, why: string): void {
    if (running === ended) running = null
    if (ended.waiting.size === 0) return
    log(`the thread that makes snapshots ended (${why})`)
    const waiting = [...ended.waiting.values()]
    ended.waiting.clear()
    for (const { failed } of waiting) failed(ended.isReady ? stopped() : new NotStarted())
  }

  async function ask(name: WorkName, input: unknown): Promise<unknown> {
    const thread = (running ??= start())
    const id = (lastId += 1)
    const timer = setTimeout(() => {
      void thread.worker.terminate()
    }, patienceMs)
    try {
      return await new Promise((done, failed) => {
        thread.waiting.set(id, { done, failed })
        thread.worker.postMessage({ id, name, input } satisfies WorkCall)
      })
    } finally {
      clearTimeout(timer)
    }
  }

  async function work(name: WorkName, input: unknown): Promise<unknown> {
    if (!here)
      try {
        return await ask(name, input)
      } catch (error) {
        if (error instanceof Trouble) throw error
        log('snapshots are made on the main thread: another one cannot be started')
        here ??= worksHere()
      }
    return (here[name] as (given: unknown) => Promise<unknown>)(input)
  }

  const on = <N extends WorkName>(name: N): StateWorks[N] =>
    ((input: unknown) => work(name, input)) as StateWorks[N]

  return {
    resume: on('resume'),
    begin: on('begin'),
    advance: on('advance'),
    state: on('state'),
    fromText: on('fromText'),
    check: on('check'),
    close: async () => {
      await running?.worker.terminate()
    },
  }
}

class NotStarted extends Error {
  override readonly name = 'NotStarted'
}

function stopped(): Trouble {
  return new Trouble(
    'failed',
    'The part of Roadbook that makes snapshots stopped. Every saved change is in the journal; the next try starts it again.',
  )
}
