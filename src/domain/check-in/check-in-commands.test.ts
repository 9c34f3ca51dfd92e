import { describe, expect, it } from 'vitest'
import type { Drive } from '../plan/nordwind.test-support.ts'
import { nordwind } from '../plan/nordwind.test-support.ts'

const said = { keyResultId: 'activation', value: null, confidence: 6 }

/** A plan whose key result is measured by two steps. */
function withSteps(): Drive {
  const drive = nordwind()
  const step = (id: string) => ({ id, title: id, weight: 1, doneOn: null })
  drive.run('keyResult.update', {
    id: 'activation',
    changes: { metric: { type: 'milestone', steps: [step('a'), step('b')] } },
  })
  return drive
}

describe('a check-in', () => {
  it('checks milestones in by their steps', () => {
    const drive = withSteps()
    drive.run('checkIn.add', { ...said, stepsDone: ['b'], day: '2026-11-20' })
    expect(drive.plan.keyResult.get('activation')?.metric).toMatchObject({
      steps: [{ doneOn: null }, { doneOn: '2026-11-20' }],
    })
    expect(drive.refusal('checkIn.add', { ...said, stepsDone: ['x'] })).toContain('stepsDone: ')
  })

  it('corrects a check-in by a new one', () => {
    const drive = nordwind()
    drive.run('checkIn.add', { id: 'c', keyResultId: 'csat', value: 8, confidence: 7 })
    drive.run('checkIn.correct', { id: 'c', value: 80, confidence: 7 })
    expect(drive.plan.checkIn.get('c')?.value).toBe(8)
    expect([...drive.plan.checkIn.values()].map((c) => c.corrects)).toEqual([null, 'c'])
    expect(drive.refusal('checkIn.correct', { id: 'c', value: 81, confidence: 7 })).toContain(
      'id: ',
    )
  })

  it('corrects an older word about the steps without taking back what was done since', () => {
    const drive = withSteps()
    const doneOn = () => {
      const metric = drive.plan.keyResult.get('activation')?.metric
      return metric?.type === 'milestone' ? metric.steps.map((one) => one.doneOn) : []
    }
    drive.run('checkIn.add', { ...said, id: 'first', stepsDone: ['a'], day: '2026-11-13' })
    drive.run('checkIn.add', { ...said, id: 'second', stepsDone: ['a', 'b'], day: '2026-11-20' })
    drive.run('checkIn.correct', { id: 'first', value: null, confidence: 5, stepsDone: [] })
    expect(doneOn()).toEqual(['2026-11-13', '2026-11-20'])
    drive.run('checkIn.correct', { id: 'second', value: null, confidence: 5, stepsDone: ['b'] })
    expect(doneOn()).toEqual([null, '2026-11-20'])
  })
})
