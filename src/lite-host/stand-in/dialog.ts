import type { FileFilter, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'
import { existsSync, mkdirSync } from 'node:fs'
import { basename, extname, isAbsolute, join } from 'node:path'
import { hostOptions } from '../host-options.ts'
import { records } from '../host-records.ts'
import { onlyListed } from '../only-listed.ts'
import { appPath } from './app-paths.ts'
import { nextAnswer, nextOpen, nextSave } from './dialog-script.ts'
import { chooseAnswer, chooseFile } from './file-chooser.ts'
import { allContents } from './open-contents.ts'

/** Electron's dialogs take the window first or not at all. */
const optionsOf = <T>(args: readonly unknown[]): T => args.at(-1) as T

const extensionsOf = (filters: readonly FileFilter[] = []) =>
  filters.flatMap((filter) => filter.extensions).filter((extension) => extension !== '*')

const prepared = (path: string | undefined) => (path === undefined ? null : { path })

const tell = (text: string): void => {
  console.log(text)
  for (const contents of allContents()) contents.send('event:notice', { text })
}

/** A name in the documents folder that overwrites nothing. */
const freeName = (suggested: string): string => {
  const folder = appPath('documents')
  mkdirSync(folder, { recursive: true })
  const ending = extname(suggested)
  const stem = basename(suggested, ending) || 'roadbook'
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? stem + ending : `${stem} (${number})${ending}`)
    if (!existsSync(path)) return path
  }
}

const startOf = (path: string | undefined): string => {
  const start = path ?? ''
  return isAbsolute(start) ? start : join(appPath('documents'), start)
}

const showOpenDialog = async (...args: unknown[]) => {
  const options = optionsOf<OpenDialogOptions>(args)
  records.dialogs.push({ kind: 'open', options })
  const isFolder = options.properties?.includes('openDirectory') ?? false
  const chosen = hostOptions.controlled
    ? prepared(nextOpen())
    : await chooseFile({
        what: isFolder ? 'folder' : 'open',
        title: options.title ?? 'Open',
        startAt: `${startOf(options.defaultPath)}/`,
        extensions: extensionsOf(options.filters),
      })
  if (chosen === 'none') {
    tell(
      isFolder
        ? 'No folder chooser was found on this desktop (zenity or kdialog). Install one of them to choose a folder.'
        : 'No file chooser was found on this desktop (zenity or kdialog). Start Roadbook with the file: npm start -- FILE.roadbook',
    )
  }
  if (chosen === null || chosen === 'none') return { canceled: true, filePaths: [] }
  return { canceled: false, filePaths: [chosen.path] }
}

const showSaveDialog = async (...args: unknown[]) => {
  const options = optionsOf<SaveDialogOptions>(args)
  records.dialogs.push({ kind: 'save', options })
  const chosen = hostOptions.controlled
    ? prepared(nextSave())
    : await chooseFile({
        what: 'save',
        title: options.title ?? 'Save',
        startAt: startOf(options.defaultPath),
        extensions: extensionsOf(options.filters),
      })
  if (chosen === null) return { canceled: true, filePath: '' }
  if (chosen !== 'none') return { canceled: false, filePath: chosen.path }
  const filePath = freeName(basename(options.defaultPath ?? 'roadbook'))
  tell(`No file chooser was found on this desktop, so the file goes to ${filePath}`)
  return { canceled: false, filePath }
}

const showMessageBox = async (...args: unknown[]) => {
  const options = optionsOf<MessageBoxOptions>(args)
  const { message, detail = '', buttons = [], cancelId = 0 } = options
  records.dialogs.push({ kind: 'message', options })
  const answer = hostOptions.controlled
    ? nextAnswer()
    : await chooseAnswer(`${message}\n\n${detail}`, buttons)
  if (!hostOptions.controlled && answer === null) console.log(`${message} ${detail}`)
  return { response: answer ?? cancelId, checkboxChecked: false }
}

export const dialog = onlyListed('dialog', {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
  showErrorBox: (title: string, content: string) => {
    records.dialogs.push({ kind: 'error', options: { title, content } })
    console.error(`${title}: ${content}`)
  },
})
