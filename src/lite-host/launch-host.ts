import { fork, type ChildProcess } from 'node:child_process'
import type { ControlCalls } from './control-channel.ts'

export type LaunchOptions = {
  /** The app's data folder; a fresh one gives a first start. */
  readonly userData: string
  readonly headless?: boolean
  /** Resolve before the page loads; it loads after `call('go', null)`. */
  readonly hold?: boolean
  /** What main sees on its command line, for example a plan file. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds until a start counts as failed. */
  readonly patienceMs?: number
}

type Answer = { readonly id: number; readonly output?: unknown; readonly error?: string }
type Ready = { readonly ready: true; readonly cdp: string }

/** The other end of a running lite host. */
export type LaunchedHost = {
  readonly process: ChildProcess
  /** For `chromium.connectOverCDP`. */
  readonly cdp: string
  readonly call: <N extends keyof ControlCalls>(
    name: N,
    input: ControlCalls[N]['input'],
  ) => Promise<ControlCalls[N]['output']>
  /** Resolves with the exit code, or with null after a signal. */
  readonly exited: Promise<number | null>
  /** Everything that the host has written. */
  readonly output: () => string
}

/** Starts the lite host in a process of its own and resolves when its first page has loaded. */
export const launchHost = (entry: string, options: LaunchOptions): Promise<LaunchedHost> => {
  const {
    userData,
    headless = true,
    hold = false,
    args = [],
    env = {},
    patienceMs = 60_000,
  } = options
  const switches = [...(headless ? ['--headless'] : []), ...(hold ? ['--hold'] : [])]
  const child = fork(entry, [...switches, ...args], {
    env: { ...process.env, ...env, ROADBOOK_USER_DATA: userData },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  })
  let output = ''
  const keep = (chunk: Buffer) => (output += chunk.toString())
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))

  let lastId = 0
  const waiting = new Map<number, (answer: Answer) => void>()
  const call = (name: string, input: unknown) =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, ({ output: result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(error)),
      )
      child.send({ id, name, input }, (error) => error && reject(error))
      void exited.then(() => reject(new Error(`${name}: the host is gone\n${output}`)))
    })

  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the lite host did not open its page in ${patienceMs} ms\n${output}`))
    }, patienceMs)
    void exited.then((code) => {
      clearTimeout(timer)
      reject(new Error(`the lite host left with code ${code}\n${output}`))
    })
    child.on('message', (message: Answer | Ready) => {
      if ('ready' in message) {
        clearTimeout(timer)
        const typed = call as LaunchedHost['call']
        const { cdp } = message
        resolve({ process: child, cdp, call: typed, exited, output: () => output })
        return
      }
      waiting.get(message.id)?.(message)
      waiting.delete(message.id)
    })
  })
}
