/** Milliseconds since 1970 in UTC. */
export type Clock = () => number

const systemClock: Clock = () => Date.now()
let clock = systemClock

/** The present in milliseconds since 1970 (UTC). */
export function nowMs(): number {
  return clock()
}

/** The present as a UTC moment with milliseconds. */
export function now(): string {
  return new Date(clock()).toISOString()
}

const two = (n: number) => String(n).padStart(2, '0')

/** The calendar day of a moment on the wall of whoever sits here, as `YYYY-MM-DD` in the local zone. */
export function localDay(moment: string | number): string {
  const date = new Date(moment)
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The time of a moment on the wall of whoever sits here: `09:05`. */
export function localTime(moment: string | number): string {
  const date = new Date(moment)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The present calendar day on the wall of whoever sits here. */
export function today(): string {
  return localDay(clock())
}

/** Puts another clock in place (tests); null goes back to the system's. */
export function setClock(other: Clock | null): void {
  clock = other ?? systemClock
}

/** A sleeping machine stops timers and a clock can be set, so the day is looked at and not computed ahead. */
const LOOK_EVERY_MS = 30_000

/** Calls back with the new day after each midnight, also after sleep. Returns the way to stop. */
export function onNewDay(listener: (day: string) => void): () => void {
  let shown = today()
  const look = () => {
    const day = today()
    if (day === shown) return
    shown = day
    listener(day)
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
  }
}
