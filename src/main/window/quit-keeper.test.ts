import { describe, expect, it } from 'vitest'
import { createQuitKeeper } from './quit-keeper.ts'

/** A keeper whose waiting and asking are in the test's hands. */
function keeper(over: { readonly hasPage?: boolean; readonly flushFails?: boolean } = {}) {
  const log: string[] = []
  const timers: (() => void)[] = []
  const choices: ((choice: 'wait' | 'quit' | Promise<never>) => void)[] = []
  const quit = createQuitKeeper({
    ask: () => {
      log.push('ask')
      return over.hasPage ?? true
    },
    choose: () => new Promise((answer) => choices.push(answer)),
    flush: () => {
      log.push('flush')
      return over.flushFails ? Promise.reject(new Error('full')) : Promise.resolve()
    },
    leave: () => log.push(quit.mayQuit() ? 'leave' : 'held'),
    wait: () => new Promise<void>((done) => timers.push(done)),
  })
  const settle = () => new Promise((done) => setImmediate(done))
  return { quit, log, timers, choices, settle }
}

describe('quitting', () => {
  it('waits for the page, flushes, then leaves', async () => {
    const { quit, log, settle } = keeper()
    expect([quit.mayQuit(), quit.mayQuit()]).toEqual([false, false])
    expect(log).toEqual(['ask'])
    quit.answer(true)
    expect(quit.mayQuit()).toBe(false)
    await settle()
    expect(log).toEqual(['ask', 'flush', 'leave'])
    expect(quit.mayQuit()).toBe(true)
  })

  it('stays when the person wants to stay, and asks anew next time', async () => {
    const { quit, log, timers, choices, settle } = keeper()
    quit.mayQuit()
    quit.answer(false)
    quit.mayQuit()
    timers[0]?.()
    await settle()
    expect(choices).toEqual([])
    expect(log).toEqual(['ask', 'ask'])
  })

  it('asks the person after five silent seconds, again and again', async () => {
    const { quit, log, timers, choices, settle } = keeper()
    quit.mayQuit()
    timers[0]?.()
    await settle()
    choices[0]?.(Promise.reject(new Error('no display')))
    await settle()
    timers[1]?.()
    await settle()
    choices[1]?.('quit')
    await settle()
    expect(log).toEqual(['ask', 'flush', 'leave'])
  })

  it('takes an answer that comes while the person is asked', async () => {
    const { quit, log, timers, choices, settle } = keeper()
    quit.mayQuit()
    timers[0]?.()
    await settle()
    quit.answer(true)
    await settle()
    choices[0]?.('quit')
    await settle()
    expect(log).toEqual(['ask', 'flush', 'leave'])
  })

  it.each([
    ['there is no page', { hasPage: false }],
    ['the flush fails', { hasPage: false, flushFails: true }],
  ])('leaves when %s', async (_, over) => {
    const { quit, log, settle } = keeper(over)
    expect(quit.mayQuit()).toBe(false)
    await settle()
    expect(log).toEqual(['ask', 'flush', 'leave'])
  })

  it('leaves when the page dies meanwhile, and takes no answer unasked', async () => {
    const { quit, log, settle } = keeper()
    quit.answer(true)
    quit.pageGone()
    expect(log).toEqual([])
    quit.mayQuit()
    quit.pageGone()
    quit.pageGone()
    await settle()
    expect(log).toEqual(['ask', 'flush', 'leave'])
  })
})
