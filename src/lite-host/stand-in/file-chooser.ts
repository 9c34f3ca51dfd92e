import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isOnPath } from './on-path.ts'

const run = promisify(execFile)

export type Choice = {
  readonly save: boolean
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

const zenity = ({ save, title, startAt, extensions }: Choice) =>
  ask('zenity', [
    '--file-selection',
    `--title=${title}`,
    `--filename=${startAt}`,
    ...(save ? ['--save', '--confirm-overwrite'] : []),
    ...(extensions.length > 0 ? [`--file-filter=${patterns(extensions).join(' ')}`] : []),
  ])

const kdialog = ({ save, title, startAt, extensions }: Choice) =>
  ask('kdialog', [
    '--title',
    title,
    save ? '--getsavefilename' : '--getopenfilename',
    startAt,
    ...(extensions.length > 0 ? [patterns(extensions).join(' ')] : []),
  ])

const APPLE_OPEN = 'on run {t, f}\nPOSIX path of (choose file with prompt t)\nend run'
const APPLE_SAVE =
  'on run {t, f}\nPOSIX path of (choose file name with prompt t default name f)\nend run'

const osascript = ({ save, title, startAt }: Choice) => {
  const name = startAt.split('/').at(-1) ?? ''
  return ask('osascript', ['-e', save ? APPLE_SAVE : APPLE_OPEN, title, name])
}

const POWERSHELL = `Add-Type -AssemblyName System.Windows.Forms
$d = if ($env:RB_SAVE) { New-Object Windows.Forms.SaveFileDialog } else { New-Object Windows.Forms.OpenFileDialog }
$d.Title = $env:RB_TITLE; $d.InitialDirectory = Split-Path $env:RB_START; $d.FileName = Split-Path -Leaf $env:RB_START
if ($d.ShowDialog() -eq 'OK') { [Console]::OutputEncoding = [Text.Encoding]::UTF8; Write-Output $d.FileName }`

const powershell = ({ save, title, startAt }: Choice) =>
  ask('powershell', ['-NoProfile', '-STA', '-Command', POWERSHELL], {
    RB_SAVE: save ? '1' : '',
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
  return path === '' ? null : { path }
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
