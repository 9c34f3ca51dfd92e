import { APP_ORIGIN } from './browser/app-address.ts'
import { hostOptions } from './host-options.ts'
import { records, type HostRecords } from './host-records.ts'
import { app } from './stand-in/app.ts'
import { BrowserWindow } from './stand-in/browser-window.ts'
import { prepareDialogs, type DialogScript } from './stand-in/dialog-script.ts'
import { letFirstPageLoad } from './stand-in/first-page.ts'
import { clickMenu } from './stand-in/menu.ts'
import { runningBrowser } from './stand-in/open-browser.ts'

/** What a test or a script may ask of a running host, and what it gets. */
export type ControlCalls = {
  dialogs: { readonly input: DialogScript; readonly output: null }
  records: { readonly input: null; readonly output: HostRecords }
  clickMenu: { readonly input: string; readonly output: boolean }
  browserPid: { readonly input: null; readonly output: number | null }
  /** Opens the whole app once more on the same profile, beside main's window: what main itself never does. */
  secondPage: { readonly input: null; readonly output: null }
  /** Lets a held first page load. */
  go: { readonly input: null; readonly output: null }
  /** As Ctrl+C or the menu: the app may ask and save first. */
  quit: { readonly input: null; readonly output: null }
}

type Call = { readonly id: number; readonly name: keyof ControlCalls; readonly input: unknown }

const answers: {
  readonly [N in keyof ControlCalls]: (
    input: ControlCalls[N]['input'],
  ) => ControlCalls[N]['output'] | Promise<ControlCalls[N]['output']>
} = {
  dialogs: (script) => {
    prepareDialogs(script)
    return null
  },
  records: () => records,
  clickMenu,
  browserPid: async () => (await runningBrowser())?.process.pid ?? null,
  secondPage: async () => {
    const [first] = BrowserWindow.getAllWindows()
    if (!first) throw new Error('there is no window yet')
    const webPreferences = first.webContents.getLastWebPreferences()
    await new BrowserWindow({ webPreferences }).loadURL(`${APP_ORIGIN}/`)
    return null
  },
  go: () => {
    letFirstPageLoad()
    return null
  },
  quit: () => {
    app.quit()
    return null
  },
}

const answer = async ({ id, name, input }: Call): Promise<void> => {
  try {
    const output = await (answers[name] as (input: unknown) => unknown)(input)
    process.send?.({ id, output })
  } catch (error) {
    process.send?.({ id, error: String(error) })
  }
}

/** Listens to the process that started this one; when that is gone, nobody needs this one any more. */
export const openControl = (): void => {
  if (!hostOptions.controlled) return
  process.on('message', (call: Call) => void answer(call))
  process.on('disconnect', () => app.exit(0))
}

/** Tells the other end that the first page stands, and where DevTools can reach it. */
export const tellReady = (cdp: string): void => {
  process.send?.({ ready: true, cdp })
}
