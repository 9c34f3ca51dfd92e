import { afterEach, expect, it, vi } from 'vitest'
import { now, onNewDay, setClock, today } from './clock.ts'
import { newId } from './ids.ts'

afterEach(() => {
  setClock(null)
  vi.useRealTimers()
})

it('today is the local day, now the UTC moment', () => {
  setClock(() => new Date(2026, 2, 1, 0, 0, 1).getTime())
  expect(today()).toBe('2026-03-01')
  setClock(() => Date.UTC(2026, 10, 22, 14, 42, 46))
  expect(now()).toBe('2026-11-22T14:42:46.000Z')
})

it('a new day is told once, also after a sleep over several', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let ms = new Date(2026, 11, 31, 23, 59, 50).getTime()
  setClock(() => ms)
  const days: string[] = []
  const stop = onNewDay((day) => days.push(day))
  const wait = (seconds: number) => {
    ms += seconds * 1_000
    vi.advanceTimersByTime(30_000)
  }
  wait(5)
  wait(30)
  wait(30)
  wait(3 * 86_400)
  stop()
  wait(86_400)
  expect(days).toEqual(['2027-01-01', '2027-01-04'])
})

it('ids are plan ids, lower case, never twice', () => {
  const ids = Array.from({ length: 1_000 }, newId)
  expect(ids.every((id) => /^[a-z2-7]{24}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(1_000)
})
