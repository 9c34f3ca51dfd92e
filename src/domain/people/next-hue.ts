import type { Hue } from './person.ts'
import { hueSchema } from './person.ts'

/** The hue that is used least so far, in the order of the palette. */
export function nextHue(used: Iterable<{ readonly hue: Hue }>): Hue {
  const counts = new Map<Hue, number>(hueSchema.options.map((hue) => [hue, 0]))
  for (const { hue } of used) counts.set(hue, (counts.get(hue) ?? 0) + 1)
  let best: Hue = 'blue'
  for (const hue of hueSchema.options)
    if ((counts.get(hue) ?? 0) < (counts.get(best) ?? 0)) best = hue
  return best
}
