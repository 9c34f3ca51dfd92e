import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isOnPath } from './on-path.ts'

const run = promisify(execFile)

export type Choice = {
  readonly what: 'open' | 'save' | 'folder'
  readonly title: string
  /** Folder, or for saving folder and suggested name. */
  readonly startAt: string
  readonly extensions: readonly string[]
}

/** `null`: the person cancelled. `none`: this desktop has no chooser that could be asked. */
type Chosen = { readonly path: string } | null | 'none'

/** Every value goes over as an argument or an environment variable, never as part of a script. */
const ask = async (program: string, args: string[], env: Record<string, string> = {}) => {
  try {
    const { stdout } = await run(program, args, { env: { ...process.env, ...env } })
    return stdout.replace(/\r?\n$/, '')
  } catch {
    return ''
  }
}

const patterns = (extensions: readonly string[]) => extensions.map((one) => `*.${one}`)

const zenity = ({ what, title, startAt, extensions }: Choice) =>
  ask('zenity', [
    '--file-selection',
    `--title=${title}`,
    `--filename=${startAt}`,
    ...(what === 'save' ? ['--save', '--confirm-overwrite'] : []),
    ...(what === 'folder' ? ['--directory'] : []),
    ...(extensions.length > 0 ? [`--file-filter=${patterns(extensions).join(' ')}`] : []),
  ])

const KDIALOG = {
  open: '--getopenfilename',
  save: '--getsavefilename',
  folder: '--getexistingdirectory',
} as const

const kdialog = ({ what, title, startAt, extensions }: Choice) =>
  ask('kdialog', [
    '--title',
    title,
    KDIALOG[what],
    startAt,
    ...(extensions.length > 0 ? [patterns(extensions).join(' ')] : []),
  ])

const apple = (choose: string) => `on run {t, f}\nPOSIX path of (${choose})\nend run`
const APPLE = {
  open: apple('choose file with prompt t'),
  save: apple('choose file name with prompt t default name f'),
  folder: apple('choose folder with prompt t'),
} as const

const osascript = ({ what, title, startAt }: Choice) => {
  const name = startAt.split('/').at(-1) ?? ''
  return ask('osascript', ['-e', APPLE[what], title, name])
}

const POWERSHELL = `Add-Type -AssemblyName System.Windows.Forms
if ($env:RB_WHAT -eq 'folder') {
  $d = New-Object Windows.Forms.FolderBrowserDialog
  $d.Description = $env:RB_TITLE; $d.SelectedPath = $env:RB_START
} else {
  $d = if ($env:RB_WHAT -eq 'save') { New-Object Windows.Forms.SaveFileDialog } else { New-Object Windows.Forms.OpenFileDialog }
  $d.Title = $env:RB_TITLE; $d.InitialDirectory = Split-Path $env:RB_START; $d.FileName = Split-Path -Leaf $env:RB_START
}
if ($d.ShowDialog() -eq 'OK') {
  [Console]::OutputEncoding = [Text.Encoding]::UTF8
  Write-Output $(if ($env:RB_WHAT -eq 'folder') { $d.SelectedPath } else { $d.FileName })
}`

const powershell = ({ what, title, startAt }: Choice) =>
  ask('powershell', ['-NoProfile', '-STA', '-Command', POWERSHELL], {
    RB_WHAT: what,
    RB_TITLE: title,
    RB_START: startAt,
  })

const desktopChooser = () => {
  if (process.platform === 'darwin') return osascript
  if (process.platform === 'win32') return powershell
  if (isOnPath('zenity')) return zenity
  return isOnPath('kdialog') ? kdialog : null
}

/** Asks the person through the desktop's own chooser. */
export const chooseFile = async (choice: Choice): Promise<Chosen> => {
  const chooser = desktopChooser()
  if (chooser === null) return 'none'
  const path = await chooser(choice)
  if (path === '') return null
  // Some choosers end a folder with a slash.
  return { path: choice.what === 'folder' ? path.replace(/(?<=.)\/$/, '') : path }
}

/** Asks a question with two or more answers; the number of the answer, or null where nobody can be asked. */
export const chooseAnswer = async (
  text: string,
  answers: readonly string[],
): Promise<number | null> => {
  if (process.platform !== 'linux' || !isOnPath('zenity')) return null
  const args = answers.flatMap((answer) => [`--extra-button=${answer}`])
  try {
    const { stdout } = await run('zenity', ['--question', '--switch', `--text=${text}`, ...args])
    return Math.max(0, answers.indexOf(stdout.trim()))
  } catch (error) {
    const said = (error as { stdout?: string }).stdout?.trim() ?? ''
    return answers.includes(said) ? answers.indexOf(said) : null
  }
}
