/** Height of the map's header in pixels. */
export const HEADER = 42
/** Height of the strip under the last lane. */
export const FOOT = 64
