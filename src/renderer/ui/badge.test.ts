import { expect, test } from 'vitest'
import { STATUS_WORDS } from '#domain/key-result/status.ts'
import { statusWord, type StatusName } from './badge.tsx'

test('a status has one word: the badge says what reports, rules and lists say', () => {
  const statuses = Object.keys(STATUS_WORDS) as StatusName[]
  expect(statuses.map((status) => [status, statusWord(status)])).toEqual(
    Object.entries(STATUS_WORDS),
  )
})
