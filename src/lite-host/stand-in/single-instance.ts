import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Note = { readonly pid: number; readonly address: string }
type Second = (argv: readonly string[], folder: string) => void

let server: Server | null = null
let lockFile = ''

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    // Where the system shows it: has another program taken the number since?
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('lite-host')
  } catch {
    return process.platform !== 'linux'
  }
}

/** Short and private: the address of a socket may be 100 bytes at most. */
const addressFor = (folder: string): string => {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const name = `roadbook-${process.pid}-${hash}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

let telling: Promise<unknown> = Promise.resolve()

const tell = ({ address }: Note): void => {
  telling = new Promise((resolve) => {
    const socket = connect(address)
    socket.on('error', resolve)
    socket.on('close', resolve)
    socket.end(JSON.stringify({ argv: process.argv, folder: process.cwd() }))
    socket.setTimeout(2_000, () => socket.destroy())
  })
}

/** Resolves when a second start has handed over what it was started with. */
export const handedOver = (): Promise<unknown> => telling

const listen = (address: string, second: Second): void => {
  server = createServer((socket) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      text += chunk
      if (text.length > 1_000_000) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('end', () => {
      const { argv, folder } = JSON.parse(text) as { argv: string[]; folder: string }
      second(argv, folder)
    })
  })
  server.on('error', () => undefined)
  server.listen(address)
  server.unref()
}

/**
 * True for the first start on a data folder. A later one hands its command line to the first and gets false;
 * what a killed process left behind is taken over.
 */
export const takeLock = (folder: string, second: Second): boolean => {
  mkdirSync(folder, { recursive: true })
  lockFile = join(folder, 'lite-host.lock')
  const note: Note = { pid: process.pid, address: addressFor(folder) }
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      writeFileSync(lockFile, JSON.stringify(note), { flag: 'wx', mode: 0o600 })
      listen(note.address, second)
      return true
    } catch {
      const other = readNote()
      if (other && other.pid !== process.pid && isAlive(other.pid)) {
        tell(other)
        return false
      }
      if (other) rmSync(other.address, { force: true })
      rmSync(lockFile, { force: true })
    }
  }
  return false
}

const readNote = (): Note | null => {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')) as Note
  } catch {
    return null
  }
}

export const freeLock = (): void => {
  server?.close()
  rmSync(lockFile, { force: true })
}
