import { contextBridge, ipcRenderer } from 'electron'
import type {
  Bridge,
  Channel,
  ChannelInput,
  ChannelOutput,
  EventName,
  EventPayload,
} from '#shared/ipc-contract.ts'

// Type imports only: the schemas stay in main, this file stays small.
const call =
  <C extends Channel>(channel: C) =>
  (input: ChannelInput<C>): Promise<ChannelOutput<C>> =>
    ipcRenderer.invoke(channel, input) as Promise<ChannelOutput<C>>

const listen =
  <E extends EventName>(name: E) =>
  (listener: (payload: EventPayload<E>) => void): (() => void) => {
    // The event object would lead back to the whole IPC: the page gets the payload alone.
    const inner = (_event: unknown, payload: EventPayload<E>) => {
      listener(payload)
    }
    ipcRenderer.on(`event:${name}`, inner)
    return () => {
      ipcRenderer.removeListener(`event:${name}`, inner)
    }
  }

const bridge = {
  appInfo: call('app.info'),
  journalList: call('journal.list'),
  journalAppend: call('journal.append'),
  journalRead: call('journal.read'),
  journalTrash: call('journal.trash'),
  snapshotWrite: call('snapshot.write'),
  snapshotList: call('snapshot.list'),
  snapshotRead: call('snapshot.read'),
  snapshotTake: call('snapshot.take'),
  snapshotPin: call('snapshot.pin'),
  snapshotLatest: call('snapshot.latest'),
  backupFolderGet: call('backupFolder.get'),
  backupFolderChoose: call('backupFolder.choose'),
  backupFolderClear: call('backupFolder.clear'),
  appOpenDataFolder: call('app.openDataFolder'),
  fileOpen: call('file.open'),
  fileChooseTarget: call('file.chooseTarget'),
  fileWrite: call('file.write'),
  fileShow: call('file.show'),
  printPdf: call('print.pdf'),
  menuSet: call('menu.set'),
  notesOpen: call('notes.open'),
  reminderAble: call('reminder.able'),
  reminderShow: call('reminder.show'),
  windowReady: call('window.ready'),
  windowQuit: call('window.quit'),
  onCommand: listen('command'),
  onOpenFile: listen('openFile'),
  onQuit: listen('quit'),
  onNotice: listen('notice'),
} satisfies Bridge

contextBridge.exposeInMainWorld('roadbook', Object.freeze(bridge))
