import { COLUMN_ROLES, type ColumnRole } from '#domain/exchange/table-columns.ts'
import type { TableReading } from '#domain/exchange/draft.ts'
import type { TableOptions } from '#domain/exchange/table.ts'
import { Segmented } from '#ui/segmented.tsx'
import styles from './import-dialog.module.css'

const ROLE_LABELS: Readonly<Record<ColumnRole, string>> = {
  ignore: 'Leave out',
  objective: 'Objective',
  keyResult: 'Key result',
  initiative: 'Initiative',
  task: 'Task',
  title: 'Title',
  type: 'Type',
  owner: 'Owner',
  baseline: 'Baseline',
  target: 'Target',
  current: 'Value today',
  unit: 'Unit',
  start: 'Start',
  due: 'Due',
  done: 'Done on',
  state: 'State',
  note: 'Note',
  result: 'Result',
  parent: 'Parent',
  id: 'Id',
  key: 'Key',
  confidence: 'Confidence',
  weight: 'Weight',
  effortDays: 'Effort (days)',
  effortSeconds: 'Effort (seconds)',
  labels: 'Labels',
}

/** What only a person can say about a table: the order of days, the decimal sign, the columns. */
export function TableQuestions({
  table,
  onAnswer,
}: {
  readonly table: TableReading
  readonly onAnswer: (options: TableOptions) => void
}) {
  return (
    <div className={styles['questions']}>
      {table.questions.includes('dateOrder') && (
        <div className={styles['question']}>
          <span>What does 3/4/2026 mean?</span>
          <Segmented
            label="Order of days"
            value={table.dateOrder ?? 'ask'}
            segments={[
              { value: 'day-first', label: '3 April' },
              { value: 'month-first', label: 'March 4' },
            ]}
            onChange={(order) => {
              if (order !== 'ask') onAnswer({ dateOrder: order })
            }}
          />
        </div>
      )}
      {table.questions.includes('decimal') && (
        <div className={styles['question']}>
          <span>What does 1,234 mean?</span>
          <Segmented
            label="Decimal sign"
            value={table.decimal ?? 'ask'}
            segments={[
              { value: '.', label: 'More than a thousand' },
              { value: ',', label: 'A little over one' },
            ]}
            onChange={(sign) => {
              if (sign !== 'ask') onAnswer({ decimal: sign })
            }}
          />
        </div>
      )}
      <details open={table.questions.includes('columns')}>
        <summary>Columns</summary>
        <div className={styles['columns']}>
          {table.columns.map((column, at) => (
            <label key={at} className={styles['column']}>
              <span dir="auto">{column.header || `Column ${String(at + 1)}`}</span>
              <select
                value={column.role}
                onChange={(event) => {
                  const role = COLUMN_ROLES.find((known) => known === event.target.value)
                  if (role)
                    onAnswer({
                      hasHeader: table.hasHeader,
                      columns: table.columns.map((other, i) =>
                        i === at ? { ...other, role } : other,
                      ),
                    })
                }}
              >
                {COLUMN_ROLES.map((role) => (
                  <option key={role} value={role}>
                    {ROLE_LABELS[role]}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </details>
    </div>
  )
}
