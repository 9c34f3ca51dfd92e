import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_REMINDER } from '#domain/check-in/reminder.ts'
import { buildIndex } from '#domain/plan/plan-index.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { samplePlan } from '#domain/sample/sample-plan.ts'
import { setBridge } from '#bridge/bridge.ts'
import { setClock } from '#lib/clock.ts'
import type { Bridge, ChannelInput } from '#shared/ipc-contract.ts'
import { canRemind, chooseReminder, watchReminders } from './reminder.ts'
import { INITIAL_UI, useUi } from './ui-store.ts'
import { usePlan } from './working-copy.ts'

const DAY = '2026-11-16'
let number = 0
const sample = () =>
  samplePlan({ now: `${DAY}T08:00:00.000Z`, today: DAY, newId: () => `id${String(number++)}` })
let ms = 0
let shown: ChannelInput<'reminder.show'>[] = []
const stops: (() => void)[] = []

const at = (time: string, day = DAY) => {
  ms = new Date(`${day}T${time}:00`).getTime()
}
const wait = (minutes: number) => {
  for (let i = 0; i < minutes * 3; i += 1) {
    ms += 20_000
    vi.advanceTimersByTime(20_000)
  }
}
const answering = (able: boolean) => {
  setBridge({
    reminderAble: () => Promise.resolve({ ok: true, able }),
    reminderShow: (input: ChannelInput<'reminder.show'>) => {
      shown.push(input)
      return Promise.resolve({ ok: true })
    },
  } as unknown as Bridge)
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  setClock(() => ms)
  shown = []
  answering(true)
  const plan = planFromThings(sample())
  usePlan.setState({ plan, index: buildIndex(plan), today: DAY })
  useUi.setState({ ...INITIAL_UI, reminder: { ...NO_REMINDER, isOn: true } })
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  setClock(null)
  setBridge(null)
  vi.useRealTimers()
  usePlan.setState({ plan: null, index: null })
  useUi.setState(INITIAL_UI)
})
const watch = () => {
  stops.push(watchReminders())
}

it('reminds at the chosen time, once a day, with the counts of the open plan', () => {
  at('08:50')
  watch()
  wait(5)
  expect(shown).toEqual([])
  wait(60)
  expect(shown).toEqual([{ planName: 'Nordwind Support & Product', due: 3, overdue: 0 }])
  at('08:59', '2026-11-17')
  wait(3)
  expect(shown).toHaveLength(2)
})

it('does not remind again after a restart within the minute', () => {
  at('09:00')
  watch()
  watch()
  expect(shown).toHaveLength(1)
  expect(useUi.getState().reminder.lastOn).toBe(DAY)
})

it.each([
  [
    'while it is off',
    () => {
      useUi.setState({ reminder: NO_REMINDER })
    },
  ],
  [
    'when no plan is open',
    () => {
      usePlan.setState({ plan: null, index: null })
    },
  ],
  [
    'when nothing is due',
    () => {
      const plan = planFromThings(
        sample().filter(({ kind }) => kind !== 'keyResult' && kind !== 'checkIn'),
      )
      usePlan.setState({ plan, index: buildIndex(plan) })
    },
  ],
])('says nothing %s', (_case, arrange) => {
  arrange()
  at('08:59')
  watch()
  wait(5)
  expect(shown).toEqual([])
  expect(useUi.getState().reminder.lastOn).toBeNull()
})

it('knows whether the desktop can; where it cannot be asked it cannot', async () => {
  expect(await canRemind()).toBe(true)
  answering(false)
  expect(await canRemind()).toBe(false)
  setBridge({ reminderAble: () => Promise.reject(new Error('refused')) } as unknown as Bridge)
  expect(await canRemind()).toBe(false)
})

it('asks nobody who has chosen', () => {
  useUi.setState({ reminder: NO_REMINDER })
  chooseReminder({ isOn: false })
  expect(useUi.getState().reminder).toEqual({ ...NO_REMINDER, wasAsked: true })
})
