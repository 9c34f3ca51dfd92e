type Window = {
  readonly profile: string
  readonly headless: boolean
  /** Open a DevTools port as well, for a test that wants to look at the page. */
  readonly port: boolean
  readonly width: number
  readonly height: number
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly isRoot: boolean
  /** Switches that main asked for with app.commandLine. */
  readonly switches: readonly string[]
}

/** A page that needs no request stands in the window until requests can be answered. */
const WAITING_PAGE = 'data:text/html,<title>Roadbook</title>'

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--disable-features=Translate,OptimizationHints,MediaRouter,InterestFeedContentSuggestions,AutofillServerCommunication',
  '--metrics-recording-only',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  // Nothing leaves the machine even if a request should slip past the interception.
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** The browser's command line. Sandbox off only for root on Linux, where Chromium refuses to start otherwise. */
export const browserFlags = (window: Window): readonly string[] => [
  ...QUIET,
  `--user-data-dir=${window.profile}`,
  '--remote-debugging-pipe',
  ...(window.port ? ['--remote-debugging-port=0'] : []),
  ...(window.headless ? ['--headless', '--hide-scrollbars', '--mute-audio'] : []),
  ...(window.isRoot ? ['--no-sandbox', '--test-type'] : []),
  `--window-size=${window.width},${window.height}`,
  ...(window.x === undefined || window.y === undefined
    ? []
    : [`--window-position=${window.x},${window.y}`]),
  ...window.switches,
  `--app=${WAITING_PAGE}`,
]
