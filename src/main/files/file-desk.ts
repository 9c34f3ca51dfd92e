import { basename, extname, join } from 'node:path'
import type { ChannelInput, ChannelOutput, FileFormat } from '#shared/ipc-contract.ts'
import { writeAtomically } from './atomic-file.ts'
import type { FilePorts } from './disk.ts'
import { errorCode } from './disk.ts'
import { exportName } from './export-names.ts'
import { readChecked } from './read-checked.ts'
import type { Tokens } from './tokens.ts'
import { Trouble } from './trouble.ts'

export type Filter = { readonly name: string; readonly extensions: readonly string[] }

/** The system's own dialogs; null when the person cancels. */
export type Dialogs = {
  readonly chooseFile: (
    title: string,
    folder: string,
    filters: readonly Filter[],
  ) => Promise<string | null>
  readonly chooseTarget: (
    title: string,
    proposed: string,
    filters: readonly Filter[],
  ) => Promise<string | null>
  readonly showInFolder: (path: string) => void
}

export type FileDeskPorts = FilePorts & {
  readonly dialogs: Dialogs
  readonly tokens: Tokens
  /** Where dialogs start. */
  readonly documents: () => string
}

const FORMAT_NAMES: Readonly<Record<FileFormat, string>> = {
  roadbook: 'Roadbook plan',
  html: 'Web page',
  md: 'Markdown',
  pdf: 'PDF',
  csv: 'Table (CSV)',
  zip: 'Tables (ZIP)',
  png: 'Picture (PNG)',
  svg: 'Drawing (SVG)',
  docx: 'Word document',
  pptx: 'Presentation',
  ics: 'Calendar',
}

const OPEN_FILTERS: Readonly<Record<'plan' | 'okrs', readonly Filter[]>> = {
  plan: [{ name: 'Roadbook plan', extensions: ['roadbook'] }],
  okrs: [
    { name: 'OKRs', extensions: ['roadbook', 'md', 'markdown', 'txt', 'csv', 'tsv', 'json'] },
    { name: 'All files', extensions: ['*'] },
  ],
}

type Good<C extends 'file.open' | 'file.chooseTarget' | 'file.write' | 'file.show'> = Extract<
  ChannelOutput<C>,
  { ok: true }
>

export type FileDesk = {
  readonly open: (input: ChannelInput<'file.open'>) => Promise<Good<'file.open'>>
  readonly openAt: (path: string) => Promise<Good<'file.open'>>
  readonly chooseTarget: (
    input: ChannelInput<'file.chooseTarget'>,
  ) => Promise<Good<'file.chooseTarget'>>
  readonly write: (input: ChannelInput<'file.write'>) => Promise<Good<'file.write'>>
  readonly show: (input: ChannelInput<'file.show'>) => Promise<Good<'file.show'>>
}

/** Everything that happens with files of the person: only where they pointed in a dialog of main. */
export function createFileDesk(ports: FileDeskPorts): FileDesk {
  const { disk, dialogs, tokens } = ports

  const openAt: FileDesk['openAt'] = async (path) => {
    const { name, bytes } = await readChecked(path, disk)
    return { ok: true, name, bytes, token: tokens.mint('show', path) }
  }

  return {
    openAt,

    open: async ({ purpose }) => {
      const title = purpose === 'plan' ? 'Open a plan' : 'Open OKRs'
      const path = await dialogs.chooseFile(title, ports.documents(), OPEN_FILTERS[purpose])
      if (path === null) throw new Trouble('cancelled', 'No file was chosen.')
      return openAt(path)
    },

    chooseTarget: async ({ suggestedName, format }) => {
      const proposed = join(ports.documents(), exportName(suggestedName, format))
      const chosen = await dialogs.chooseTarget('Save', proposed, [
        { name: FORMAT_NAMES[format], extensions: [format] },
      ])
      if (chosen === null) throw new Trouble('cancelled', 'No file was chosen.')
      const path = await withExtension(chosen, format)
      return { ok: true, token: tokens.mint('write', path), name: basename(path) }
    },

    write: async ({ token, bytes }) => {
      const target = tokens.spend('write', token)
      if (target === null)
        throw new Trouble('conflict', 'This place was used already. Choose where to save again.')
      const { path } = await writeAtomically(target, bytes, ports)
      const { size } = await disk.stat(path)
      if (size !== bytes.length)
        throw new Trouble('failed', `${basename(target)} changed right after it was written.`)
      return { ok: true, place: target, size, showToken: tokens.mint('show', target) }
    },

    show: async ({ token }) => {
      const path = tokens.look('show', token)
      if (path === null) throw new Trouble('missing', 'Roadbook did not write this file today.')
      await disk.stat(path)
      dialogs.showInFolder(path)
      return { ok: true }
    },
  }

  /** The dialog asked about replacing the name as typed, so another name may only be a new one. */
  async function withExtension(path: string, format: FileFormat): Promise<string> {
    if (extname(path).toLowerCase() === `.${format}`) return path
    const longer = `${path}.${format}`
    try {
      await disk.lstat(longer)
      return path
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return longer
      throw error
    }
  }
}
