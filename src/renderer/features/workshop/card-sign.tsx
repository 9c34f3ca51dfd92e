import type { Hue } from '#domain/people/person.ts'

/** Each hue has a shape as well, so that colours need not be told apart. */
const SHAPES: Readonly<Record<Hue, string>> = {
  blue: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  violet: 'M2 2h12v12H2Z',
  green: 'M8 1l7 13H1Z',
  orange: 'M8 0l8 8-8 8-8-8Z',
  teal: 'M6 1h4v5h5v4h-5v5H6v-5H1V6h5Z',
  rose: 'M8 0l2.3 5.4 5.7.5-4.3 3.9 1.3 5.7L8 12.6l-5 2.9 1.3-5.7L0 5.9l5.7-.5Z',
  amber: 'M4 1h8l4 7-4 7H4L0 8Z',
  slate: 'M8 15L1 2h14Z',
}

/** The shape of a hue. */
export function HueSign({ hue, size = 14 }: { readonly hue: Hue; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden data-hue={hue}>
      <path d={SHAPES[hue]} fill="var(--hue-deep)" />
    </svg>
  )
}
