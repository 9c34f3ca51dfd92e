import { Notification } from 'electron'
import type { DesktopNotice } from '#main/notify/reminder.ts'

/** The system's own notifications. One at a time: a newer one takes the place of the last. */
export function desktopNotice(): DesktopNotice {
  // Held, because a notification that is collected does not answer to a click any more.
  let shown: Notification | null = null
  return {
    isSupported: () => Notification.isSupported(),
    show: ({ title, body, onClick, onFailure }) => {
      shown?.close()
      const notice = new Notification({ title, body, silent: true })
      notice.on('click', onClick)
      notice.on('failed', (_event, reason) => {
        onFailure(reason)
      })
      notice.on('close', () => {
        if (shown === notice) shown = null
      })
      shown = notice
      notice.show()
    },
  }
}
