import { formatNumber } from '../key-result/value-format.ts'
import type { Load } from './capacity.ts'

/** Asked and available with the decimals that it takes to see which is larger. */
function days(load: Load): string {
  return `${formatNumber(load.asked)} of ${formatNumber(load.available)} days`
}

/** The verdict of a load with its rule and numbers: `Overbooked: 12 of 8 days, 150 % > 100 %`. */
export function loadRule(load: Load): string {
  if (!Number.isFinite(load.ratio)) return `Overbooked: ${days(load)}, where there are none`
  const share = `${formatNumber(Math.round(load.ratio * 1000) / 10)} %`
  switch (load.verdict) {
    case 'overbooked':
      return `Overbooked: ${days(load)}, ${share} > 100 %`
    case 'balanced':
      return `Balanced: ${days(load)}, ${share} lies within 90–100 %`
    case 'room-left':
      return `Room left: ${days(load)}, ${share} < 90 %`
  }
}
