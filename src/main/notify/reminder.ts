import { reminderWords } from '#domain/check-in/reminder.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { ChannelInput } from '#shared/ipc-contract.ts'

/** The desktop's notifications, as main needs them. */
export type DesktopNotice = {
  readonly isSupported: () => boolean
  /** `onFailure` may come later, or never. */
  readonly show: (notice: {
    readonly title: string
    readonly body: string
    readonly onClick: () => void
    readonly onFailure: (reason: string) => void
  }) => void
}

export type Reminder = {
  /** Whether this desktop can show notifications at all. */
  readonly isAble: () => boolean
  /** Throws when the desktop shows none. */
  readonly show: (input: ChannelInput<'reminder.show'>) => void
}

/** Says on the desktop that check-ins are due; a click brings the window up and begins the round. */
export function createReminder(ports: {
  readonly desktop: DesktopNotice
  readonly onClick: () => void
  readonly log: (line: string) => void
}): Reminder {
  const { desktop, onClick, log } = ports
  return {
    isAble: () => desktop.isSupported(),
    show: (input) => {
      if (!desktop.isSupported())
        throw new Trouble('failed', 'This desktop shows no notifications.')
      desktop.show({
        ...reminderWords(input),
        onClick,
        onFailure: (reason) => {
          log(`the reminder was not shown: ${reason}`)
        },
      })
    },
  }
}
