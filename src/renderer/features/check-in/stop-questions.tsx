import { History } from 'lucide-react'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { Id } from '#domain/plan/field.ts'
import { useCalibration } from '#store/calibration.ts'
import { ConfidenceField } from '#ui/confidence-field.tsx'
import type { Answer } from './answer.ts'
import { PersonField } from './person-field.tsx'
import styles from './round.module.css'

/** Confidence with what past cycles say about it, one line, evidence, and who says it. */
export function StopQuestions({
  keyResult,
  cycleId,
  answer,
  lastConfidence,
  onChange,
}: {
  readonly keyResult: KeyResult
  readonly cycleId: Id
  readonly answer: Answer
  readonly lastConfidence: number | null
  readonly onChange: (changes: Partial<Answer>) => void
}) {
  const calibration = useCalibration(answer.confidence, cycleId)
  return (
    <>
      <div>
        <ConfidenceField
          isLarge
          value={answer.confidence}
          last={lastConfidence}
          due={formatDay(keyResult.dueOn)}
          onChange={(confidence) => {
            onChange({ confidence })
          }}
        />
        {calibration !== null && (
          <p className={styles['past']} role="status">
            <History size={14} aria-hidden /> {calibration}.
          </p>
        )}
      </div>
      <div>
        <label className={styles['label']} htmlFor="round-note">
          One line: what moved it, what is in the way?
        </label>
        <input
          id="round-note"
          className={styles['line']}
          type="text"
          dir="auto"
          autoComplete="off"
          maxLength={2_000}
          value={answer.note}
          onChange={(event) => {
            onChange({ note: event.target.value })
          }}
        />
      </div>
      <div className={styles['evidence']}>
        <div>
          <label className={styles['label']} htmlFor="round-evidence">
            Evidence: a link or a file name
          </label>
          <input
            id="round-evidence"
            className={styles['line']}
            type="text"
            dir="auto"
            autoComplete="off"
            maxLength={2_000}
            value={answer.evidence}
            onChange={(event) => {
              onChange({ evidence: event.target.value })
            }}
          />
        </div>
        <PersonField
          label="Said by"
          nobody="Nobody named"
          value={answer.authorId}
          onChange={(authorId) => {
            onChange({ authorId })
          }}
        />
      </div>
    </>
  )
}
