import type { FileDesk } from '#main/files/file-desk.ts'
import type { Journal } from '#main/journal/journal.ts'
import type { Reminder } from '#main/notify/reminder.ts'
import type { BackupFolder } from '#main/snapshots/backup-folder.ts'
import type { SnapshotKeeper } from '#main/snapshots/snapshot-keeper.ts'
import type { Snapshots } from '#main/snapshots/snapshots.ts'
import type { ChannelInput, ChannelOutput, MenuItem } from '#shared/ipc-contract.ts'
import type { Handlers } from './handle.ts'

export type ChannelParts = {
  readonly info: () => ChannelOutput<'app.info'>
  readonly journal: Journal
  readonly snapshots: Snapshots
  readonly keeper: Pick<SnapshotKeeper, 'append'>
  readonly backup: Pick<BackupFolder, 'get' | 'choose' | 'clear'>
  readonly openDataFolder: () => void
  readonly files: FileDesk
  readonly print: (input: ChannelInput<'print.pdf'>) => Promise<Uint8Array<ArrayBuffer>>
  readonly setMenu: (items: readonly MenuItem[]) => void
  readonly ready: () => void
  readonly openNotes: () => Promise<void>
  readonly reminder: Reminder
  readonly quit: (goOn: boolean) => void
}

/** Each channel of the contract and the part of main that answers it. */
export function channelHandlers(parts: ChannelParts): Handlers {
  const { journal, snapshots, keeper, backup, files } = parts
  return {
    'app.info': () => parts.info(),
    'journal.list': async () => ({ ok: true, plans: [...(await journal.list())] }),
    'journal.append': async ({ operations }) => ({
      ok: true,
      head: await keeper.append(operations),
    }),
    'journal.read': async ({ planId, afterSeq, most }) => {
      const { operations, next } = await journal.read(planId, afterSeq, most)
      return { ok: true, operations: [...operations], next }
    },
    'journal.trash': async ({ planId, deleted }) => {
      await journal.trash(planId, deleted)
      return { ok: true }
    },
    'snapshot.write': async (input) => ({ ok: true, snapshot: await snapshots.write(input) }),
    'snapshot.list': async ({ planId }) => ({
      ok: true,
      snapshots: [...(await snapshots.list(planId))],
    }),
    'snapshot.read': async ({ planId, id }) => ({
      ok: true,
      ...(await snapshots.read(planId, id)),
    }),
    'snapshot.take': async (input) => ({ ok: true, snapshot: await snapshots.take(input) }),
    'snapshot.pin': async ({ planId, id, pinned }) => {
      await snapshots.pin(planId, id, pinned)
      return { ok: true }
    },
    'snapshot.latest': async ({ planId }) => ({
      ok: true,
      snapshot: await snapshots.latest(planId),
    }),
    'backupFolder.get': async () => ({ ok: true, ...(await backup.get()) }),
    'backupFolder.choose': async () => ({ ok: true, ...(await backup.choose()) }),
    'backupFolder.clear': async () => {
      await backup.clear()
      return { ok: true }
    },
    'app.openDataFolder': () => {
      parts.openDataFolder()
      return { ok: true }
    },
    'file.open': (input) => files.open(input),
    'file.chooseTarget': (input) => files.chooseTarget(input),
    'file.write': (input) => files.write(input),
    'file.show': (input) => files.show(input),
    'print.pdf': async (input) => ({ ok: true, bytes: await parts.print(input) }),
    'menu.set': ({ items }) => {
      parts.setMenu(items)
      return { ok: true }
    },
    'window.ready': () => {
      parts.ready()
      return { ok: true }
    },
    'notes.open': async () => {
      await parts.openNotes()
      return { ok: true }
    },
    'reminder.able': () => ({ ok: true, able: parts.reminder.isAble() }),
    'reminder.show': (input) => {
      parts.reminder.show(input)
      return { ok: true }
    },
    'window.quit': ({ goOn }) => {
      parts.quit(goOn)
      return { ok: true }
    },
  }
}
