import { describe, expect, it } from 'vitest'
import { LIMITS } from '../plan/limits.ts'
import { guessMetric } from './metric-guess.ts'
import { metricText } from './metric-text.ts'

/** What the preview shows, with what is asked for behind a bar. */
const read = (title: string) => {
  const { metric, missing } = guessMetric(title)
  return [metric.type, metricText(metric), missing.join(' ')].join(' | ')
}

const CASES: readonly (readonly [title: string, reading: string])[] = [
  ['First response from 14 to 5 minutes', 'decrease | 14 → 5 min | '],
  ['First response time from 14 to under 5 minutes', 'decrease | 14 → 5 min | '],
  ['Increase self-service from 20 % to 45 %', 'increase | 20 → 45 % | '],
  ['Win rate >= 30% (today: 22%)', 'increase | 22 → 30 % | '],
  ['NPS 20 to 40', 'increase | 20 → 40 | '],
  ['CSAT: 78% to 84%', 'increase | 78 → 84 % | '],
  ['First response 14 to 5 min', 'decrease | 14 → 5 min | '],
  ['Erstantwort von 14 auf 5 Minuten senken', 'decrease | 14 → 5 min | '],
  ['Umsatz von 250 T€ auf 500 T€', 'increase | €250,000 → €500,000 | '],
  ['Umsatz von 3 auf 5 Tsd. Euro', 'increase | €3,000 → €5,000 | '],
  ['Interview 5 to 8 customers', 'increase | 0 → 5 | '],
  ['CSAT 78 → 84%', 'increase | 78 → 84 % | '],
  ['CSAT 78 -> 84 %', 'increase | 78 → 84 % | '],
  ['Set-up time (3 d → 4 h)', 'decrease | 72 → 4 h | '],
  ['Page load p95 from 3,1 to 1,2 s', 'decrease | 3.1 → 1.2 s | '],
  ['Increase weekly users by 25%', 'relative | +25 % | baseline'],
  ['Sign-ups +25%', 'relative | +25 % | baseline'],
  ['Reduce churn by 10 %', 'relative | −10 % | baseline'],
  ['Grow weekly leads by 3x.', 'relative | +200 % | baseline'],
  ['4–5x revenue growth', 'relative | +300 % | baseline'],
  ['Double the number of trials', 'relative | +100 % | baseline'],
  ['Increase weekly users by 25% from 400', 'relative | 400 +25 % | '],
  ['Increase calls by 12', 'increase | ? → ? | baseline target'],
  [
    'Reduce average customer support response time to under 5 minutes',
    'decrease | ? → 5 min | baseline',
  ],
  ['Search returns in under 2s on instances with 80k repositories', 'band | at most 2 s | '],
  ['Releases take 1 hour (including 2 checks)', 'band | at most 1 h | '],
  [
    'All testing is complete within 2 business days of tagging',
    'band | at most 2 business days | ',
  ],
  ['Address all issues within 1 iteration of reporting.', 'band | at most 1 iterations | '],
  ['100% of monthly releases ship on time.', 'band | at least 100 % | '],
  ['Uptime ≥ 99.9%', 'band | at least 99.9 % | '],
  ['Keep error rate below 0.5%', 'band | at most 0.5 % | '],
  ['An +80 or higher NPS from current staff', 'band | at least 80 | '],
  ['At least 1 public project per language', 'band | at least 1 | '],
  ['Get 70% of trials to convert', 'increase | ? → 70 % | baseline'],
  ['Scale our pipeline to 50+ deals', 'increase | ? → 50 deals | baseline'],
  ['Reach $100K new revenue', 'increase | ? → $100,000 | baseline'],
  ['Answer tickets within 3 to 5 days', 'band | at most 5 d | '],
  ['Reach €2.5M in revenue (currently €1.2M)', 'increase | €1,200,000 → €2,500,000 | '],
  ['Reduce cost to 1.234,50 € from 2.000,75 €', 'decrease | €2,000.75 → €1,234.5 | '],
  ['Hire two additional full-time teammates', 'increase | 0 → 2 | '],
  ['Sign-ups to 50', 'increase | ? → 50 | baseline'],
  ['Hire 3 engineers', 'increase | 0 → 3 engineers | '],
  ['3 blog posts written by the team', 'increase | 0 → 3 blog posts | '],
  ['No customer is blocked from upgrading', 'band | at most 0 | '],
  ['No tier 1 or 2 customers are blocked', 'band | at most 0 | '],
  ['Measure the number of searches that end in an error', 'find-baseline | find the baseline | '],
  ['Reach $N net new revenue', 'unmeasured |  | target'],
  ['Conversion: N/A', 'unmeasured |  | target'],
  ['Improve sales', 'unmeasured |  | measure'],
  ['Implement RFC 42.', 'unmeasured |  | measure'],
  ['Start these efforts with all Tier 1 customers.', 'unmeasured |  | measure'],
  ['Identify the top 3 reasons not to sign', 'unmeasured |  | measure'],
  ['Publish the roadmap for 2020 with ideas for Q1 2020.', 'unmeasured |  | measure'],
  ['Grow team to plan (+1 web, +1 core, 1+ apps)', 'unmeasured |  | measure'],
  ['Provide more tools (#4260, #5547)', 'unmeasured |  | measure'],
  ['Admins know when the instance will reach 100% availability', 'unmeasured |  | measure'],
  ['Launch the shop within 3 months', 'unmeasured |  | measure'],
  ['From 5 to 5 minutes', 'unmeasured |  | measure'],
  ['Hire 5 engineers by 28 Feb', 'increase | 0 → 5 engineers | '],
  ['Launch the mobile app by March 31', 'unmeasured |  | measure'],
  ['Increase sign-ups to 500 by 31st of March 2027', 'increase | ? → 500 | baseline'],
  ['Umsatz bis 5. März auf 30 Mio. € steigern', 'increase | ? → €30,000,000 | baseline'],
  ['NPS between 40 and 60', 'band | 40–60 | '],
  ['Keep the margin between 18% and 22%', 'band | 18–22 % | '],
  ['-15% travel', 'relative | −15 % | baseline'],
  ['Travel costs −15 %', 'relative | −15 % | baseline'],
  ['Keep the margin above -5%', 'band | at least −5 % | '],
  ['Operating margin from -5% to 3%', 'increase | −5 → 3 % | '],
  ['0 Sev1 incidents', 'band | at most 0 | '],
  ['Cloud bill from 120.000 EUR to 100.000 EUR', 'decrease | €120,000 → €100,000 | '],
  ['Kosten von 1.250 € auf 999 € senken', 'decrease | €1,250 → €999 | '],
  ['Users from 1.500 to 12.000', 'increase | 1,500 → 12,000 | '],
  ['Uptime from 99.950 % to 99.990 %', 'increase | 99.95 → 99.99 % | '],
  ['Latency from 1.250 s to 0.800 s', 'decrease | 1.25 → 0.8 s | '],
]

describe('guessMetric', () => {
  it.each(CASES)('%s', (title, reading) => {
    expect(read(title)).toBe(reading)
  })

  it('says how it read a sign that can mean two things', () => {
    expect(guessMetric('Cloud bill from 120.000 EUR to 90.000 EUR').doubt).toMatch(
      /^120\.000 EUR was/,
    )
    expect(guessMetric('Users from 1,500 to 12,000').doubt).toBe('')
  })

  it('comes to an end on long and odd lines', () => {
    const lines = [
      '9'.repeat(100_000),
      '1,'.repeat(50_000),
      'from 1 to '.repeat(20_000),
      '(((('.repeat(20_000),
    ]
    for (const line of lines) expect(guessMetric(line)).toBeDefined()
  })
})

it.each([
  'Calls from 5 to 9202026202202222000',
  'Grow sign-ups 99999999999999x',
  'Lead time from 900000000000000 months to 3 hours',
  'Reach 9999999 billion users',
  'Keep costs below 999999999999999999999 €',
])('reads no number that a plan cannot hold: %s', (title) => {
  const numbers = JSON.stringify(guessMetric(title).metric).match(/-?\d[\d.e+]*/g) ?? []
  for (const number of numbers) expect(Math.abs(Number(number))).toBeLessThan(LIMITS.number)
})
