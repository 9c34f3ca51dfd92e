import { expect, it } from 'vitest'
import { decimalSign } from './decimal-sign.ts'
import { metricText } from './metric-text.ts'
import { draftOf } from './outline.test-support.ts'

it.each([
  ['O: A\n- KR: Churn 3,5 % → 2 %', ','],
  ['Marge 12,5 %', ','],
  ['1.250,50 €', ','],
  ['Churn 3.5 % → 2 %', '.'],
  ['1,250.50', '.'],
  ['Ziel: Kunden lieben uns', ','],
  ['Kosten von 1.250 auf 980 senken', ','],
  ['KR 1.2: Tickets 12 → 4 by 28.02.2027', null],
  ['1.1 Tickets 12 → 4', null],
  ['Churn 3.5 % and 3,5 %', null],
  ['Users from 1,500 to 12,000', null],
])('decimalSign of %s', (text, sign) => {
  expect(decimalSign(text)).toBe(sign)
})

it.each([
  ['O: A\n- KR: Churn to 3,5 %\n- KR: Sign-ups to 1.250', '? → 1,250', ''],
  ['Ziel: A\n- KR: Sign-ups to 1.250', '? → 1,250', ''],
  ['O: A\n- KR: Sign-ups to 1.250', '? → 1.25', '1.250 was read as 1.25;'],
  ['O: A\n- KR: Churn to 3.5 %\n- KR: Sign-ups to 1.250', '? → 1.25', '1.250 was read as 1.25;'],
  ['O: A\n- KR: Tickets 1.250 → 980', '1,250 → 980', '1.250 was read as 1,250;'],
  ['O: A\n- KR: Sign-ups from 980 to 1.250', '980 → 1,250', '1.250 was read as 1,250;'],
  ['O: A\n- KR: Uptime from 99.950 % to 100 %', '99.95 → 100 %', '99.950 % was read as 99.95;'],
  ['O: A\n- KR: Load from 1.250 s to 0.8 s', '1.25 → 0.8 s', '1.250 s was read as 1.25;'],
  [
    'O: A\n| KR | Start | Goal |\n|---|---|---|\n| Sign-ups | 980 | 1.250 |',
    '980 → 1,250',
    '1.250',
  ],
  ['O: A\n| KR | Start | Goal |\n|---|---|---|\n| Churn | 12,5 | 1.250 |', '12.5 → 1,250', ''],
  ['KR\tStart\tGoal\nChurn\t12,5\t9\nSign-ups\t980\t1.250', '980 → 1,250', ''],
])('reads the last key result of %j', (text, metric, doubt) => {
  const draft = draftOf(text)
  const line = draft.lines.at(-1)
  expect(line && metricText(line.metric)).toBe(metric)
  const said = [...(line?.warnings ?? []), ...draft.warnings.map((each) => each.text)].join('\n')
  if (doubt === '') expect(said).toBe('')
  else expect(said).toContain(doubt)
})
