/** How generously a road is drawn; all lengths in multiples of its font. */
export type Manner = {
  /** Lines of a card's title: two where there is room, one when it is tight. */
  readonly cardLines: 1 | 2
  readonly cardHeight: number
  /** Lines of a checkpoint's title over its number. */
  readonly labelLines: 1 | 2
  /** Cards get as wide as their words ask, but stand beside each other from this width on. */
  readonly cardWidth: number
  /** Least width of a leg: a label and a card still say something. */
  readonly legWidth: number
  readonly cardGap: number
  /** Largest radius of a turn: what turns leave over, the legs get. */
  readonly turn: number
  readonly labelPad: number
  readonly labelGap: number
  readonly zoneGap: number
  readonly foot: number
  readonly edge: number
  /** Where even rows are too high, uneven ones are tried. */
  readonly isThorough: boolean
  /** Words of the start and the flag stand in the margin instead of in a line of their own. */
  readonly wordsAside: boolean
}

const ROOMY: Manner = {
  cardLines: 2,
  cardHeight: 3.3,
  labelLines: 2,
  cardWidth: 9,
  legWidth: 10.5,
  cardGap: 0.6,
  turn: 6,
  labelPad: 0.75,
  labelGap: 0.5,
  zoneGap: 0.6,
  foot: 0.9,
  edge: 1.6,
  isThorough: false,
  wordsAside: false,
}
const SHORT: Manner = { ...ROOMY, labelLines: 1 }
const PLAIN: Manner = { ...SHORT, cardLines: 1, cardHeight: 2.1 }
const SNUG: Manner = {
  cardLines: 1,
  cardHeight: 1.85,
  labelLines: 1,
  cardWidth: 8,
  legWidth: 7.5,
  cardGap: 0.35,
  turn: 3.4,
  labelPad: 0.5,
  labelGap: 0.3,
  zoneGap: 0.35,
  foot: 0.4,
  edge: 0.8,
  isThorough: true,
  wordsAside: true,
}

/** From the roomiest to the tightest. */
export const MANNERS: readonly Manner[] = [ROOMY, SHORT, PLAIN, SNUG]

/** Sizes of a drawing: its font, and how generous it is. */
export type DrawingSizes = { readonly fontPx: number; readonly manner: Manner }

/** Width of the road, radius of a disc, size of the flag with its mast, height of a line of a label. */
export const ROAD = 2.6
export const DISC = 1.85
export const FLAG_HEIGHT = 5.2
export const FLAG_WIDTH = 3.6
export const LABEL_LINE = 1.35
