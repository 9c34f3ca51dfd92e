import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Channel } from '#shared/ipc-contract.ts'
import { CHANNELS } from '#shared/ipc-contract.ts'
import { sampleOperation } from '#main/testing/sample-operation.ts'
import type { SenderFrame } from './check-call.ts'
import { checkCall } from './check-call.ts'
import type { Handlers } from './handle.ts'
import { answerCall, registerChannels } from './handle.ts'

const GOOD: SenderFrame = { url: 'app://roadbook/', origin: 'app://roadbook', parent: null }
const TOKEN = 'A'.repeat(32)
const HEAD = { planId: 'p', seq: 1, hash: 'a'.repeat(32), version: 1 }

const INPUTS: { readonly [C in Channel]: unknown } = {
  'app.info': undefined,
  'journal.list': undefined,
  'journal.append': { operations: [sampleOperation('p', 1)] },
  'journal.read': { planId: 'p', afterSeq: 0 },
  'journal.trash': { planId: 'p', deleted: true },
  'snapshot.write': { head: HEAD, reason: 'quit', things: '[1]', count: 1 },
  'snapshot.list': { planId: 'p' },
  'snapshot.read': { planId: 'p', id: 'a.json' },
  'snapshot.take': { planId: 'p', reason: 'by-hand', pinned: true, confirmedShrink: false },
  'snapshot.pin': { planId: 'p', id: 'a.json', pinned: true },
  'snapshot.latest': { planId: 'p' },
  'backupFolder.get': undefined,
  'backupFolder.choose': undefined,
  'backupFolder.clear': undefined,
  'app.openDataFolder': undefined,
  'file.open': { purpose: 'plan' },
  'file.chooseTarget': { suggestedName: 'x', format: 'pdf' },
  'file.write': { token: TOKEN, bytes: new Uint8Array(9) },
  'file.show': { token: TOKEN },
  'print.pdf': { html: '<p>', paper: 'A4', landscape: false, footer: '' },
  'menu.set': { items: [] },
  'window.ready': undefined,
  'notes.open': undefined,
  'reminder.able': undefined,
  'reminder.show': { planName: 'Plan', due: 2, overdue: 1 },
  'window.quit': { goOn: true },
}
const channels = Object.keys(CHANNELS) as Channel[]

describe.each(channels)('%s', (channel) => {
  const good = [INPUTS[channel]]

  it('lets the app in', () => {
    expect(checkCall(channel, GOOD, good)).toMatchObject({ ok: true })
  })

  it.each<readonly [string, SenderFrame | null]>([
    ['no frame', null],
    ['a frame inside', { ...GOOD, parent: {} }],
    ['an unknown parent', { ...GOOD, parent: undefined }],
    ['about:blank', { ...GOOD, url: 'about:blank', origin: 'null' }],
    ['an opaque origin', { ...GOOD, origin: 'null' }],
    ['another host', { ...GOOD, url: 'app://roadbook.evil/', origin: 'app://roadbook.evil' }],
    ['another origin than its address', { ...GOOD, origin: 'https://example.test' }],
    ['a file', { ...GOOD, url: 'file:///etc/passwd', origin: 'file://' }],
    ['a data page', { ...GOOD, url: 'data:text/html,x', origin: 'null' }],
    ['a port', { ...GOOD, url: 'app://roadbook:81/', origin: 'app://roadbook:81' }],
    ['a user part', { ...GOOD, url: 'app://a@roadbook/' }],
    ['nothing', { ...GOOD, url: '' }],
  ])('refuses %s', (_, frame) => {
    expect(checkCall(channel, frame, good)).toMatchObject({ ok: false })
  })

  it('refuses more than one argument and 200 malformed ones', () => {
    expect(checkCall(channel, GOOD, [...good, 1])).toMatchObject({ ok: false })
    const deep = fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true })
    fc.assert(
      fc.property(deep, (value) => {
        const isValid = CHANNELS[channel].input.safeParse(value).success
        fc.pre(!isValid)
        expect(checkCall(channel, GOOD, [value])).toMatchObject({ ok: false })
      }),
      { numRuns: 200 },
    )
  })

  it('refuses every input with one field too many, missing, or of another type', () => {
    const input = INPUTS[channel]
    if (typeof input !== 'object' || input === null) {
      expect(checkCall(channel, GOOD, [{}])).toMatchObject({ ok: false })
      return
    }
    expect(checkCall(channel, GOOD, [{ ...input, more: 1 }])).toMatchObject({ ok: false })
    for (const key of Object.keys(input)) {
      const rest = Object.fromEntries(Object.entries(input).filter(([name]) => name !== key))
      expect(checkCall(channel, GOOD, [rest]), key).toMatchObject({ ok: false })
      for (const wrong of [null, Symbol('x'), () => 1, { a: 1 }, Number.NaN, [[]]])
        expect(checkCall(channel, GOOD, [{ ...input, [key]: wrong }]), key).toMatchObject({
          ok: false,
        })
    }
  })

  it('refuses what is over its byte cap', () => {
    const cap = CHANNELS[channel].maxBytes
    if (cap > 4 * 1024 * 1024) return
    expect(checkCall(channel, GOOD, [{ text: 'x'.repeat(cap) }])).toEqual({
      ok: false,
      reason: 'too large or not plain data',
    })
  })
})

describe('unknown channels', () => {
  it.each(['', 'toString', '__proto__', 'constructor', 'journal.delete', 'JOURNAL.LIST'])(
    'refuses %j',
    (name) => {
      expect(checkCall(name as Channel, GOOD, [])).toEqual({ ok: false, reason: 'unknown channel' })
    },
  )
})

describe('answerCall', () => {
  const log: string[] = []
  const ports = { log: (line: string) => log.push(line) }
  const never = () => {
    throw Object.assign(new Error('ENOSPC /home/a/plan'), { code: 'ENOSPC' })
  }
  const handlers = (over: Partial<Handlers>): Handlers => ({
    ...(Object.fromEntries(channels.map((channel) => [channel, never])) as unknown as Handlers),
    ...over,
  })

  it('turns an error of the system into a failure in words', async () => {
    const answer = await answerCall('journal.list', GOOD, [], handlers({}), ports)
    expect(answer).toMatchObject({ ok: false, code: 'full' })
    expect(JSON.stringify(answer)).not.toContain('/home')
  })

  it('tells a refused sender nothing', async () => {
    const refused = answerCall('journal.list', null, [], handlers({}), ports)
    await expect(refused).rejects.toThrow(/^refused$/)
  })

  it('never lets an answer of a wrong shape out', async () => {
    const wrong = { 'window.ready': () => ({ ok: true, secret: '/home' }) } as unknown as Handlers
    await expect(answerCall('window.ready', GOOD, [], handlers(wrong), ports)).rejects.toThrow(
      /^failed$/,
    )
  })

  it('registers each channel of the contract once', async () => {
    const registered = new Map<string, (event: unknown, ...args: unknown[]) => unknown>()
    const ipcMain = {
      handle: (name: string, answer: (event: unknown, ...args: unknown[]) => unknown) => {
        registered.set(name, answer)
      },
    }
    const good = { 'window.ready': () => ({ ok: true }) as const }
    registerChannels(ipcMain as never, handlers(good), ports)
    expect([...registered.keys()]).toEqual(channels)
    expect(await registered.get('window.ready')?.({ senderFrame: GOOD })).toEqual({ ok: true })
    await expect(registered.get('window.ready')?.({ senderFrame: null })).rejects.toThrow('refused')
  })
})
