/** Sizes of the route in pixels, shared by geometry and drawing so that both speak of the same map. */
export const ROUTE = {
  /** Width of the fixed column on the left. */
  column: 228,
  /** Room between the column and the first day, where the road begins. */
  startRoom: 30,
  /** The road begins this far before the first day. */
  startLead: 20,
  /** Room after the last day for the end of the road and its flag. */
  endRoom: 54,
  /** The road ends this far after the last day; the flag stands there. */
  endLead: 18,
  bar: { height: 26, pitch: 31, gap: 6, minWidth: 8, edge: 6 },
  label: { height: 21, rowStep: 25, gap: 5, fontPx: 11.5, padX: 9, maxWidth: 236, minWidth: 62 },
  expanded: {
    road: 20,
    disc: 17,
    amplitude: 13,
    /** Height of the road's middle: room for a label over a crest. */
    midY: 78,
    minHeight: 176,
    padTop: 12,
    barsBelowMid: 41,
    padBottom: 18,
  },
  collapsed: { road: 13, disc: 11, amplitude: 5, midY: 32, height: 60 },
  car: { width: 28, height: 14 },
} as const
