/** Frozen from the first release: Chromium keeps all data under this origin. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'roadbook'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const APP_URL = `${APP_ORIGIN}/`
/** The same page as the facilitator's notes: it opens no plan and has no bridge. */
export const NOTES_URL = `${APP_URL}#notes`

/** True when `text` lies at the app's own origin: no other scheme, host, port or user part. */
export function isAtAppOrigin(text: string): boolean {
  const url = parse(text)
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  )
}

/** The window may only ever show the app's start page. Everything else is refused. */
export function mayNavigateTo(text: string): boolean {
  return isAtAppOrigin(text) && parse(text)?.pathname === '/'
}

/** Only these two of all permissions are granted, and only to the app itself. */
const PERMISSIONS = new Set(['persistent-storage', 'clipboard-sanitized-write'])

export function isPermitted(permission: string, requestingUrl: string): boolean {
  return PERMISSIONS.has(permission) && isAtAppOrigin(requestingUrl)
}

function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
