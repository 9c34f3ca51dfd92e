import { describe, expect, it } from 'vitest'
import { Trouble } from '#main/files/trouble.ts'
import { CHANNELS } from '#shared/ipc-contract.ts'
import type { DesktopNotice } from './reminder.ts'
import { createReminder } from './reminder.ts'

function reminder(isSupported: boolean) {
  const shown: Parameters<DesktopNotice['show']>[0][] = []
  const said: string[] = []
  const desktop: DesktopNotice = {
    isSupported: () => isSupported,
    show: (notice) => {
      shown.push(notice)
    },
  }
  const made = createReminder({
    desktop,
    onClick: () => said.push('round'),
    log: (line) => said.push(line),
  })
  return { ...made, shown, said }
}

const INPUT = { planName: 'Northwind', due: 3, overdue: 1 }

describe('the reminder on the desktop', () => {
  it('shows what is due; a click begins the round', () => {
    const { show, shown, said } = reminder(true)
    show(INPUT)
    expect(shown).toMatchObject([
      { title: 'Northwind', body: '3 check-ins are due, 1 of them overdue.' },
    ])
    shown[0]?.onClick()
    expect(said).toEqual(['round'])
  })

  it('fails in words where the desktop shows none', () => {
    const { show, shown, isAble } = reminder(false)
    expect(isAble()).toBe(false)
    expect(() => {
      show(INPUT)
    }).toThrow(Trouble)
    expect(shown).toEqual([])
  })

  it('writes a later failure into the log', () => {
    const { show, shown, said } = reminder(true)
    show(INPUT)
    shown[0]?.onFailure('no daemon')
    expect(said).toEqual(['the reminder was not shown: no daemon'])
  })
})

describe('the channel of the reminder', () => {
  it.each<[string, unknown, boolean]>([
    ['counts and a name', INPUT, true],
    ['a plan without a name', { ...INPUT, planName: '' }, true],
    ['nothing due', { ...INPUT, due: 0 }, false],
    ['half a check-in', { ...INPUT, due: 0.5 }, false],
    ['more overdue than due', { ...INPUT, due: 1, overdue: 2 }, false],
    ['a count that is none', { ...INPUT, due: Infinity }, false],
    ['words of the page', { ...INPUT, body: 'Click here' }, false],
    ['a name without end', { ...INPUT, planName: 'x'.repeat(501) }, false],
    ['nothing', undefined, false],
  ])('takes %s: %o', (_case, input, isTaken) => {
    expect(CHANNELS['reminder.show'].input.safeParse(input).success).toBe(isTaken)
  })
})
