import type { App, Session } from 'electron'
import { isPermitted, mayNavigateTo } from './url-policy.ts'

/** No page leaves the app, opens a window or embeds another page. Holds for every page there will be. */
export function guardNavigation(app: Pick<App, 'on'>, log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuseOthers = (event: { readonly url: string; preventDefault: () => void }) => {
      if (mayNavigateTo(event.url)) return
      event.preventDefault()
      log('a page tried to leave the app')
    }
    contents.on('will-navigate', refuseOthers)
    contents.on('will-redirect', refuseOthers)
    contents.on('will-frame-navigate', refuseOthers)
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Denies every permission but the two that the app needs, when asked and when checked. */
export function guardPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermitted(permission, details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermitted(permission, requestingOrigin),
  )
}
