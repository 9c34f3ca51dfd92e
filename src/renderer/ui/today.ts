import { createContext, useContext } from 'react'
import type { Day } from '#domain/calendar/day.ts'

const TodayContext = createContext<Day | null>(null)

/** Says what day it is to every date field below. */
export const TodayProvider = TodayContext.Provider

/** The day that "today" and "+2w" start from: what the app says, else the machine's own. */
export function useToday(): Day {
  const given = useContext(TodayContext)
  if (given !== null) return given
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
