import { beforeEach, expect, it } from 'vitest'
import { dismissLasting, toast, useUi } from './ui-store.ts'

const texts = () => useUi.getState().toasts.map(({ text }) => text)
beforeEach(() => {
  useUi.setState({ toasts: [] })
})

it('says again what is said again, once and last', () => {
  toast('A', { tone: 'bad' })
  toast('B')
  toast('A', { tone: 'bad' })
  expect(texts()).toEqual(['B', 'A'])
})

it('shows no more messages than there is room for', () => {
  for (const text of ['A', 'B', 'C', 'D']) toast(text)
  expect(texts()).toEqual(['B', 'C', 'D'])
})

it('puts the newest message that stays away, and no other', () => {
  toast('A', { tone: 'bad' })
  toast('B', { tone: 'bad' })
  toast('C')
  expect(dismissLasting()).toBe(true)
  expect(texts()).toEqual(['A', 'C'])
  expect([dismissLasting(), dismissLasting()]).toEqual([true, false])
  expect(texts()).toEqual(['C'])
})
