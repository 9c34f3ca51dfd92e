import type { App } from 'electron'
import type { FileDesk } from '#main/files/file-desk.ts'
import { failureFrom } from '#main/files/trouble.ts'
import { planPathsIn } from './opened-paths.ts'
import type { Outbox } from './outbox.ts'

/**
 * Plans that are opened from outside: on the command line, by the system, or by a second start, which
 * hands its files over and ends. They pass the same checks as a file from the dialog.
 */
export function openWith(
  app: Pick<App, 'on'>,
  desk: Pick<FileDesk, 'openAt'>,
  outbox: Outbox,
  focus: () => void,
): void {
  const open = async (paths: readonly string[]) => {
    for (const path of paths) {
      try {
        const { name, bytes, token } = await desk.openAt(path)
        outbox.send('openFile', { name, bytes, token })
      } catch (error) {
        outbox.send('notice', { text: failureFrom(error, 'The file could not be opened').message })
      }
    }
  }
  app.on('second-instance', (_event, argv, folder) => {
    focus()
    void open(planPathsIn(argv, folder))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void open([path])
  })
  void open(planPathsIn(process.argv, process.cwd()))
}
