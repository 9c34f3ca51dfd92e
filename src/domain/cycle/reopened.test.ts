import { expect, it } from 'vitest'
import { reopeningsOf } from './reopened.ts'

const changed = (state: 'active' | 'review' | 'closed', on: string, reason = '') => ({
  state,
  on,
  reason,
})

it('knows each reopening with its reason, and nothing else', () => {
  const wrong = changed('review', '2027-01-05', 'One value was wrong')
  const late = changed('active', '2027-01-09', 'A late invoice')
  expect(
    reopeningsOf({
      stateLog: [
        changed('active', '2026-10-01'),
        changed('review', '2026-12-30', 'The quarter is over'),
        changed('closed', '2027-01-04'),
        wrong,
        changed('closed', '2027-01-06'),
        changed('closed', '2027-01-07'),
        late,
        changed('review', '2027-01-10'),
      ],
    }),
  ).toEqual([wrong, late])
  expect(reopeningsOf({ stateLog: [] })).toEqual([])
})
