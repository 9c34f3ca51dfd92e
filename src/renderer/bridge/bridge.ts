import type { Bridge } from '#shared/ipc-contract.ts'

declare global {
  interface Window {
    /** What the preload offers; absent in a page that Roadbook's own host did not open. */
    readonly roadbook?: Bridge
  }
}

let replaced: Bridge | null = null

/** Main, as the renderer may speak to it. Throws outside Roadbook's own window. */
export function bridge(): Bridge {
  const found = replaced ?? (typeof window === 'undefined' ? undefined : window.roadbook)
  if (!found) throw new Error('Roadbook runs only in its own window.')
  return found
}

/** Puts another bridge in place (tests); null goes back to the window's own. */
export function setBridge(other: Bridge | null): void {
  replaced = other
}
