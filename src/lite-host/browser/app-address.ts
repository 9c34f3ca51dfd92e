/** The origin that main, preload and the plan's database know. Frozen. */
export const APP_ORIGIN = 'app://roadbook'

/** The origin that the browser sees: Chromium loads no `app:` pages, and this one is a secure context. Frozen. */
export const LITE_ORIGIN = 'https://roadbook.app.test'

const swap = (text: string, from: string, to: string): string => {
  if (text === from) return to
  return ['/', '?', '#'].some((next) => text.startsWith(from + next))
    ? to + text.slice(from.length)
    : text
}

/** The browser's address as main must see it; other addresses stay as they are. */
export const toAppAddress = (url: string): string => swap(url, LITE_ORIGIN, APP_ORIGIN)

/** Main's address as the browser must see it; other addresses stay as they are. */
export const toLiteAddress = (url: string): string => swap(url, APP_ORIGIN, LITE_ORIGIN)

/** True for an address that main's protocol handler answers. */
export const isLiteAddress = (url: string): boolean => toAppAddress(url) !== url
