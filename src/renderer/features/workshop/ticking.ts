import { useEffect, useState } from 'react'
import { now } from '#lib/clock.ts'

/**
 * The present moment, looked at four times a second while `isRunning`. Right after the start it may be a
 * little old, which the clock reads as nothing spent.
 */
export function useNow(isRunning: boolean): string {
  const [moment, setMoment] = useState(now)
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => {
      setMoment(now())
    }, 250)
    return () => {
      clearInterval(timer)
    }
  }, [isRunning])
  return moment
}
