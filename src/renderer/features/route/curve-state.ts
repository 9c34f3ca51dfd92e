import type { Initiative } from '#domain/initiative/initiative.ts'

/** How the curve from an initiative to a key result is drawn. */
export type CurveState = 'planned' | 'running' | 'blocked' | 'done' | 'dropped'

/** The same for all curves of an initiative. */
export function curveState({ state }: Initiative): CurveState {
  switch (state) {
    case 'idea':
    case 'planned':
      return 'planned'
    case 'in-progress':
      return 'running'
    case 'blocked':
    case 'done':
    case 'dropped':
      return state
  }
}
