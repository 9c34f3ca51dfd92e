import type { Draft } from '#domain/exchange/draft.ts'
import type { PlanFileContent } from '#domain/exchange/plan-file.ts'
import type { InputWarning } from '#domain/exchange/refusal.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { Button } from '#ui/button.tsx'
import { rowsText } from './counts-text.ts'
import styles from './import-dialog.module.css'

/** What a plan file holds, and whether it is a state of a plan on this computer. */
export function PlanSummary({
  name,
  plan,
  known,
}: {
  readonly name: string
  readonly plan: PlanFileContent
  /** The plan on this computer that the file is a state of. */
  readonly known: string | null
}) {
  const meta = plan.things.find((thing) => thing.kind === 'plan')
  return (
    <div className={styles['summary']}>
      <h3 dir="auto">{meta?.name ?? name}</h3>
      <p>{rowsText(plan.things)}</p>
      {plan.warnings.map((warning) => (
        <p key={warning.text} className={styles['warn']}>
          {warning.text}
        </p>
      ))}
      <p className={styles['quiet']}>
        {known === null
          ? 'It opens as a plan of its own; the plans that you have stay as they are.'
          : `This is a state of your plan ${inQuotes(known, 80)}. Merge it to take over what was changed in it, or open it as a copy beside your plan.`}
      </p>
    </div>
  )
}

/** What a person should look at, each with its line. */
export function NotUnderstood({
  draft,
  warnings,
  onShow,
}: {
  readonly draft: Draft
  /** What could not be taken as it stands, by line. */
  readonly warnings: readonly InputWarning[]
  readonly onShow: (line: number) => void
}) {
  const asked = draft.lines.filter((line) => line.kept && line.missing.length > 0).length
  return (
    <>
      {asked > 0 && (
        <p className={styles['asked']}>
          {asked === 1 ? '1 key result still needs' : `${String(asked)} key results still need`} a
          number. Fill it in here or later.
        </p>
      )}
      {warnings.length > 0 && (
        <details className={styles['doubts']}>
          <summary>Not quite understood: {warnings.length}</summary>
          <ul>
            {warnings.slice(0, 200).map((entry, at) => (
              <li key={at}>
                <Button
                  variant="link"
                  onClick={() => {
                    onShow(entry.line)
                  }}
                >
                  Line {entry.line}
                </Button>{' '}
                {entry.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
