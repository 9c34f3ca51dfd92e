import type { Plan } from '#domain/plan/plan.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import styles from './restore.module.css'

/** Lines of the outline; it is for recognising a state, not for reading it. */
const MOST_LINES = 300

type Line = { readonly key: string; readonly depth: 0 | 1 | 2; readonly text: string }

function linesOf(plan: Plan): readonly Line[] {
  const lines: Line[] = []
  for (const cycle of plan.cycle.values()) {
    lines.push({ key: cycle.id, depth: 0, text: cycle.name })
    for (const objective of plan.objective.values()) {
      if (objective.cycleId !== cycle.id) continue
      lines.push({ key: `o ${objective.id}`, depth: 1, text: objective.title })
      for (const keyResult of plan.keyResult.values())
        if (keyResult.objectiveId === objective.id)
          lines.push({ key: `k ${keyResult.id}`, depth: 2, text: keyResult.title })
      if (lines.length > MOST_LINES) return lines.slice(0, MOST_LINES)
    }
  }
  return lines
}

/** The objectives and key results of a state, to look at. */
export function StateOutline({ plan }: { readonly plan: Plan }) {
  const lines = linesOf(plan)
  return (
    <details className={styles['kind']}>
      <summary>
        <strong>Look at this state</strong> objectives and key results, read only
      </summary>
      {lines.length === 0 && <p className={styles['quiet']}>It holds no cycle yet.</p>}
      <ul className={styles['outline']}>
        {lines.map(({ key, depth, text }) => (
          <li key={key} data-depth={depth} dir="auto">
            {shortTitle(text, 160)}
          </li>
        ))}
      </ul>
      {lines.length === MOST_LINES && (
        <p className={styles['quiet']}>The rest is not shown here.</p>
      )}
    </details>
  )
}
