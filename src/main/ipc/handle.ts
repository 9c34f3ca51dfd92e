import type { IpcMain } from 'electron'
import { failureFrom, Trouble } from '#main/files/trouble.ts'
import type { Channel, ChannelInput, ChannelOutput } from '#shared/ipc-contract.ts'
import { CHANNELS } from '#shared/ipc-contract.ts'
import type { SenderFrame } from './check-call.ts'
import { checkCall } from './check-call.ts'

/** What main does on each channel. A handler may throw: the wrapper turns it into a failure in words. */
export type Handlers = {
  readonly [C in Channel]: (input: ChannelInput<C>) => ChannelOutput<C> | Promise<ChannelOutput<C>>
}

/** First half of the sentence when a channel fails for a reason of the system. */
const DOING: Readonly<Record<Channel, string>> = {
  'app.info': 'Roadbook could not tell about itself',
  'journal.list': 'The safety copies could not be listed',
  'journal.append': 'The safety copy could not be written; nothing of it was kept',
  'journal.read': 'The safety copy could not be read',
  'journal.trash': 'The plan could not be moved',
  'snapshot.write': 'The snapshot could not be written',
  'snapshot.list': 'The snapshots could not be listed',
  'snapshot.read': 'The snapshot could not be read',
  'snapshot.take': 'The snapshot could not be made',
  'snapshot.pin': 'The snapshot could not be pinned',
  'snapshot.latest': 'The snapshots could not be listed',
  'backupFolder.get': 'The second folder could not be looked up',
  'backupFolder.choose': 'The second folder could not be chosen',
  'backupFolder.clear': 'The second folder could not be forgotten',
  'app.openDataFolder': 'The data folder could not be shown',
  'file.open': 'The file could not be opened',
  'file.chooseTarget': 'The place could not be chosen',
  'file.write': 'The file could not be written; what was there before is unchanged',
  'file.show': 'The file could not be shown',
  'print.pdf': 'The PDF could not be made',
  'menu.set': 'The menu could not be set',
  'window.ready': 'The window could not be opened',
  'notes.open': 'The second window could not be opened',
  'reminder.able': 'The desktop could not be asked',
  'reminder.show': 'The reminder could not be shown',
  'window.quit': 'Roadbook could not quit',
}

export type CallPorts = { readonly log: (line: string) => void }

/** One call from end to end: checked on the way in, checked on the way out, no detail in a refusal. */
export async function answerCall<C extends Channel>(
  channel: C,
  frame: SenderFrame | null,
  args: readonly unknown[],
  handlers: Handlers,
  { log }: CallPorts,
): Promise<ChannelOutput<C>> {
  const call = checkCall(channel, frame, args)
  if (!call.ok) {
    log(`refused a call: ${call.reason}`)
    throw new Error('refused')
  }
  let answer: unknown
  try {
    answer = await handlers[channel](call.input)
  } catch (error) {
    const failure = failureFrom(error, DOING[channel])
    if (failure.code !== 'cancelled') log(`${channel} failed: ${describe(error)}`)
    answer = failure
  }
  const checked = CHANNELS[channel].output.safeParse(answer)
  if (checked.success) return checked.data as ChannelOutput<C>
  log(`${channel} answered in a wrong shape`)
  throw new Error('failed')
}

/** Registers every channel of the contract and no other. */
export function registerChannels(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  ports: CallPorts,
): void {
  for (const channel of Object.keys(CHANNELS) as Channel[]) {
    ipcMain.handle(channel, (event, ...args: unknown[]) =>
      answerCall(channel, event.senderFrame, args, handlers, ports),
    )
  }
}

function describe(error: unknown): string {
  if (error instanceof Trouble) return error.code
  return error instanceof Error ? `${error.name} ${error.message}` : 'unknown error'
}
