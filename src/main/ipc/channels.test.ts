import { describe, expect, it } from 'vitest'
import { CHANNELS } from '#shared/ipc-contract.ts'
import type { Channel } from '#shared/ipc-contract.ts'
import type { SnapshotSummary } from '#shared/snapshot-summary.ts'
import type { ChannelParts } from './channels.ts'
import { channelHandlers } from './channels.ts'

const HEAD = { planId: 'p', seq: 1, hash: 'a'.repeat(32), version: 1 }
const SNAPSHOT: SnapshotSummary = {
  ...{ id: 'a.json', planId: 'p', seq: 1, at: '', reason: 'quit', size: 1 },
  ...{ counts: { plan: 1 }, pinned: false, state: 'valid', problem: '', place: 'main' },
}
const PLACE = { place: '/b', problem: '' }
const TOKEN = 'A'.repeat(32)

/** Parts that write down what they were asked and answer in their shape. */
function parts() {
  const asked: unknown[][] = []
  const saying =
    <T>(name: string, answer: T) =>
    (...args: unknown[]): T => {
      asked.push([name, ...args])
      return answer
    }
  const later = <T>(name: string, answer: T) => saying(name, Promise.resolve(answer))
  const all: ChannelParts = {
    info: saying('info', {
      host: 'lite',
      appVersion: '1',
      versions: {},
      dataFolder: '/d',
      platform: 'linux',
    }),
    journal: {
      list: later('list', []),
      append: later('journal only', HEAD),
      headOf: later('headOf', HEAD),
      found: later('found', undefined),
      cutBefore: later('cutBefore', undefined),
      read: later('read', { operations: [], next: null }),
      readLines: later('readLines', { bytes: new Uint8Array(), next: null }),
      trash: later('trash', undefined),
      folderOf: later('folderOf', '/d'),
      close: later('close', undefined),
    },
    snapshots: {
      write: later('snapshot', SNAPSHOT),
      list: later('snapshots', [SNAPSHOT]),
      read: later('readSnapshot', { head: HEAD, things: '[]' }),
      take: later('take', SNAPSHOT),
      latest: later('latest', SNAPSHOT),
      pin: later('pin', undefined),
      copyNewest: later('copyNewest', undefined),
      close: later('close', undefined),
    },
    keeper: { append: later('append', HEAD) },
    backup: {
      get: later('place', PLACE),
      choose: later('choosePlace', PLACE),
      clear: later('clearPlace', undefined),
    },
    openDataFolder: saying('openDataFolder', undefined),
    files: {
      open: later('open', { ok: true, name: 'a', bytes: new Uint8Array(1), token: TOKEN }),
      openAt: later('openAt', { ok: true, name: 'a', bytes: new Uint8Array(1), token: TOKEN }),
      chooseTarget: later('choose', { ok: true, token: TOKEN, name: 'a' }),
      write: later('write', { ok: true, place: '/a', size: 1, showToken: TOKEN }),
      show: later('show', { ok: true }),
    },
    print: later('print', new Uint8Array(1)),
    setMenu: saying('menu', undefined),
    ready: saying('ready', undefined),
    openNotes: later('openNotes', undefined),
    reminder: { isAble: saying('isAble', true), show: saying('remind', undefined) },
    quit: saying('quit', undefined),
  }
  return { asked, handlers: channelHandlers(all) }
}

const CASES: readonly (readonly [Channel, unknown, readonly unknown[]])[] = [
  ['app.info', undefined, ['info']],
  ['journal.list', undefined, ['list']],
  ['journal.append', { operations: [1] }, ['append', [1]]],
  ['journal.read', { planId: 'p', afterSeq: 3 }, ['read', 'p', 3, undefined]],
  ['journal.read', { planId: 'p', afterSeq: 3, most: 2 }, ['read', 'p', 3, 2]],
  ['journal.trash', { planId: 'p', deleted: true }, ['trash', 'p', true]],
  ['snapshot.write', { count: 1 }, ['snapshot', { count: 1 }]],
  ['snapshot.list', { planId: 'p' }, ['snapshots', 'p']],
  ['snapshot.read', { planId: 'p', id: 'a.json' }, ['readSnapshot', 'p', 'a.json']],
  ['snapshot.take', { planId: 'p' }, ['take', { planId: 'p' }]],
  ['snapshot.pin', { planId: 'p', id: 'a', pinned: true }, ['pin', 'p', 'a', true]],
  ['snapshot.latest', { planId: 'p' }, ['latest', 'p']],
  ['backupFolder.get', undefined, ['place']],
  ['backupFolder.choose', undefined, ['choosePlace']],
  ['backupFolder.clear', undefined, ['clearPlace']],
  ['app.openDataFolder', undefined, ['openDataFolder']],
  ['file.open', { purpose: 'plan' }, ['open', { purpose: 'plan' }]],
  ['file.chooseTarget', { format: 'md' }, ['choose', { format: 'md' }]],
  ['file.write', { token: TOKEN }, ['write', { token: TOKEN }]],
  ['file.show', { token: TOKEN }, ['show', { token: TOKEN }]],
  ['print.pdf', { html: '' }, ['print', { html: '' }]],
  ['menu.set', { items: [] }, ['menu', []]],
  ['window.ready', undefined, ['ready']],
  ['notes.open', undefined, ['openNotes']],
  ['reminder.able', undefined, ['isAble']],
  ['reminder.show', { due: 1 }, ['remind', { due: 1 }]],
  ['window.quit', { goOn: false }, ['quit', false]],
]

describe('channels', () => {
  it('are all in the table', () => {
    expect(new Set(CASES.map(([channel]) => channel))).toEqual(new Set(Object.keys(CHANNELS)))
  })

  it.each(CASES)('%s asks its part and answers in its shape', async (channel, input, call) => {
    const { asked, handlers } = parts()
    const answer = await (handlers[channel] as (given: unknown) => unknown)(input)
    expect(asked).toEqual([call])
    expect(CHANNELS[channel].output.safeParse(answer).error).toBeUndefined()
  })
})
