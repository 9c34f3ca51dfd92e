import { formatNumber } from '../key-result/value-format.ts'
import type { Load } from './capacity.ts'
import { personDaysOf } from './person-days.ts'

/** The verdict of a load with its rule and numbers: `Overbooked: 12 of 8 days, 150 % > 100 %`. */
export function loadRule(load: Load): string {
  const days = personDaysOf(load.asked, load.available)
  if (!Number.isFinite(load.ratio)) return `Overbooked: ${days}, where there are none`
  const share = `${formatNumber(Math.round(load.ratio * 1000) / 10)} %`
  switch (load.verdict) {
    case 'overbooked':
      return `Overbooked: ${days}, ${share} > 100 %`
    case 'balanced':
      return `Balanced: ${days}, ${share} lies within 90–100 %`
    case 'room-left':
      return `Room left: ${days}, ${share} < 90 %`
  }
}
