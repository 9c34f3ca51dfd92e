import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import styles from './across.module.css'

export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A chart with what it says in words, and the data behind it one press away. */
export function ChartCard({
  title,
  words,
  table,
  children,
}: {
  readonly title: string
  /** What it says, in a sentence. */
  readonly words: string
  readonly table: Table
  readonly children: ReactNode
}) {
  const id = useId()
  const [isTable, setIsTable] = useState(false)
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <header className={styles['cardHead']}>
        <h2 id={id} className={styles['cardTitle']}>
          {title}
        </h2>
        <Button
          size="small"
          aria-pressed={isTable}
          aria-label={`${title} as a table`}
          onClick={() => {
            setIsTable(!isTable)
          }}
        >
          {isTable ? 'Show the chart' : 'Show as a table'}
        </Button>
      </header>
      <p className={styles['words']}>{words}</p>
      {isTable ? (
        <div
          className={styles['tableBox']}
          tabIndex={0}
          role="region"
          aria-label={`${title}, table`}
        >
          <table className={styles['table']}>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, at) => (
                <tr key={`${String(at)} ${row[0] ?? ''}`}>
                  {row.map((cell, i) =>
                    i === 0 ? (
                      <th key={table.columns[i]} scope="row" dir="auto">
                        {cell}
                      </th>
                    ) : (
                      <td key={table.columns[i]}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        children
      )}
    </section>
  )
}
