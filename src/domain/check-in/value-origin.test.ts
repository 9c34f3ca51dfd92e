import { describe, expect, it } from 'vitest'
import { readPlanFile, writePlanFile } from '../exchange/plan-file.ts'
import type { Metric } from '../key-result/key-result.ts'
import { checkInOf, keyResultOf } from '../key-result/rules.test-support.ts'
import { nordwind } from '../plan/nordwind.test-support.ts'
import { planFromThings, thingsOf } from '../plan/plan.ts'
import {
  checkInOriginInWords,
  computedInWords,
  givenInWords,
  originWithDay,
  valueOrigin,
} from './value-origin.ts'

const step = (id: string, doneOn: string | null = null, weight = 1) => ({
  id,
  title: id,
  weight,
  doneOn,
})
const milestone = (...steps: ReturnType<typeof step>[]): Metric => ({ type: 'milestone', steps })
const minutes: Metric = { type: 'decrease', unit: 'min', baseline: 14, target: 5 }
const three = milestone(step('a', '2026-11-02'), step('b', '2026-11-16'), step('c'))
const TODAY = '2026-11-22'

describe('where a value comes from', () => {
  it.each<[string, Metric, readonly ReturnType<typeof checkInOf>[], string | null]>([
    ['nobody said anything', minutes, [], null],
    ['a word without a number', minutes, [checkInOf('2026-11-09', null)], null],
    [
      'the last number, not the last word',
      minutes,
      [checkInOf('2026-11-09', 9.8, { authorId: 'ana' }), checkInOf('2026-11-16', null)],
      'typed by Ana on Nov 9',
    ],
    [
      'the steps as the last check-in said them',
      three,
      [checkInOf('2026-11-16', null, { stepsDone: ['b', 'a', 'gone'], authorId: 'ana' })],
      'computed from 2 of 3 steps, ticked by Ana on Nov 16',
    ],
    [
      'a step ticked in the plan since',
      three,
      [checkInOf('2026-11-09', null, { stepsDone: ['a'], authorId: 'ana' })],
      'computed from 2 of 3 steps, ticked in the plan on Nov 16',
    ],
    ['no check-in at all', three, [], 'computed from 2 of 3 steps, ticked in the plan on Nov 16'],
    ['no step and no check-in', milestone(step('a')), [], null],
    [
      'steps that weigh differently',
      milestone(step('a', '2026-11-02', 3), step('b')),
      [checkInOf('2026-11-02', null, { stepsDone: ['a'] })],
      'computed from 1 of 2 steps, weight 3 of 4, ticked by nobody named on Nov 2',
    ],
    [
      'what is said for a later day',
      minutes,
      [checkInOf('2026-11-16', 9, { authorId: 'ana' }), checkInOf('2026-11-30', 8)],
      'typed by Ana on Nov 16',
    ],
  ])('%s', (_case, metric, checkIns, words) => {
    const origin = valueOrigin(keyResultOf(metric), checkIns, TODAY)
    const author = origin?.authorId === 'ana' ? 'Ana' : null
    expect(origin && originWithDay(origin, author)).toBe(words)
  })

  it('says it of one check-in, also of one from before origins were written down', () => {
    const words = (stepsDone: readonly string[] | null) =>
      checkInOriginInWords(
        keyResultOf(three),
        checkInOf('2026-11-16', null, { stepsDone: stepsDone && [...stepsDone] }),
        'Ana',
      )
    expect(words(null)).toBe('typed by Ana')
    expect(words(['a'])).toBe('computed from 1 of 3 steps, ticked by Ana')
    expect(givenInWords({ stepsDone: ['a'] }, 'Ana')).toBe('ticked by Ana')
    expect(givenInWords({ stepsDone: null }, undefined)).toBe('typed by nobody named')
  })

  it('keeps a name of another direction apart', () => {
    expect(givenInWords({ stepsDone: null }, 'دانا')).toBe('typed by \u2068دانا\u2069')
  })

  it('says while steps are ticked what they make', () => {
    expect(computedInWords(three, ['a', 'c'])).toBe('67 % of the way, computed from 2 of 3 steps')
    expect(computedInWords(milestone(step('a', null, 0)), ['a'])).toBeNull()
    expect(computedInWords(minutes, [])).toBeNull()
  })
})

describe('the origin of a check-in', () => {
  function ticked() {
    const drive = nordwind()
    const changes = { metric: milestone(step('a'), step('b'), step('c')) }
    drive.run('keyResult.update', { id: 'activation', changes })
    const said = { keyResultId: 'activation', value: null, confidence: 6 }
    drive.run('checkIn.add', { ...said, id: 'ticked', stepsDone: ['a', 'b'] })
    drive.run('checkIn.add', { ...said, id: 'words', note: 'One word' })
    drive.run('checkIn.add', { keyResultId: 'csat', id: 'number', value: 80, confidence: 7 })
    return drive
  }
  const originOf = (drive: ReturnType<typeof ticked>, id: string) =>
    drive.plan.checkIn.get(id)?.origin

  it('is computed where steps are ticked, else typed', () => {
    const drive = ticked()
    expect(['ticked', 'words', 'number'].map((id) => originOf(drive, id))).toEqual([
      'computed',
      'typed',
      'typed',
    ])
  })

  it('stays computed in a correction, also in one that leaves the steps alone', () => {
    const drive = ticked()
    drive.run('checkIn.correct', { id: 'ticked', value: null, confidence: 5, stepsDone: ['a'] })
    const first = [...drive.plan.checkIn.values()].find(({ corrects }) => corrects === 'ticked')
    expect(first).toMatchObject({ origin: 'computed', stepsDone: ['a'] })
    drive.run('checkIn.correct', { id: first?.id ?? '', value: null, confidence: 4 })
    const second = [...drive.plan.checkIn.values()].find(({ corrects }) => corrects === first?.id)
    expect(second).toMatchObject({ origin: 'computed', stepsDone: ['a'] })
  })

  it('comes back from a file', () => {
    const { plan } = ticked()
    const text = writePlanFile(thingsOf(plan), { savedAt: `${TODAY}T12:00:00.000Z`, app: '0.1.0' })
    const read = readPlanFile(new TextEncoder().encode(text), 'plan.roadbook')
    if (!read.ok) throw new Error(read.message)
    const back = planFromThings(read.things)
    expect([...back.checkIn.values()].map(({ id, origin }) => [id, origin])).toEqual([
      ['ticked', 'computed'],
      ['words', 'typed'],
      ['number', 'typed'],
    ])
    const known = [...back.checkIn.values()].filter(({ keyResultId }) => keyResultId !== 'csat')
    const keyResult = back.keyResult.get('activation')
    const origin = keyResult && valueOrigin(keyResult, known, TODAY)
    expect(origin && originWithDay(origin, null)).toBe(
      'computed from 2 of 3 steps, ticked by nobody named on Nov 22',
    )
  })
})
