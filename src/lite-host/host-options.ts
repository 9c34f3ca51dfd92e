import { join } from 'node:path'

type HostOptions = {
  /** Folder that holds package.json and out/. */
  root: string
  headless: boolean
  /** A test or a script holds the other end of an IPC channel: dialogs are scripted, nothing is opened. */
  controlled: boolean
  /** Open a DevTools port and print its address. */
  port: boolean
  /** Keep the first page back until the other end of the channel says so. */
  hold: boolean
  /** What main sees after the program's name. */
  args: readonly string[]
}

/** Set once by the entry, before main is loaded. */
export const hostOptions: HostOptions = {
  root: '',
  headless: false,
  controlled: false,
  port: false,
  hold: false,
  args: [],
}

const OWN = new Set(['--headless', '--cdp', '--hold'])

/** Takes the host's own switches out of the command line; everything else is main's. */
export const readHostOptions = (root: string, argv: readonly string[]): void => {
  hostOptions.root = root
  hostOptions.controlled = process.send !== undefined
  hostOptions.port = hostOptions.controlled || argv.includes('--cdp')
  hostOptions.headless = argv.includes('--headless') || process.env['ROADBOOK_HEADLESS'] === '1'
  hostOptions.hold = hostOptions.controlled && argv.includes('--hold')
  hostOptions.args = argv.filter((arg) => !OWN.has(arg))
}

/** Where the built files of the app are. */
export const builtFile = (...path: string[]): string => join(hostOptions.root, 'out', ...path)
