import type { Hue } from '../people/person.ts'
import type { Tone } from './document.ts'

/** The hues of `ui/tokens.css` in their light form: paper has no dark theme. */
export const HUE_COLOURS: Readonly<Record<Hue, string>> = {
  blue: '#1f6feb',
  violet: '#7a4fd0',
  green: '#1a8f5a',
  orange: '#d1602d',
  teal: '#26958a',
  rose: '#c2416b',
  amber: '#a86a00',
  slate: '#5d6b7d',
}

/** The colours of what a tone says. */
export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  good: '#157a4c',
  warn: '#965900',
  bad: '#c0342a',
  muted: '#5a6472',
}

export const INK = '#20262e'
export const INK_2 = '#5a6472'
export const HAIRLINE = '#e2ddd1'
export const PAPER = '#ffffff'
