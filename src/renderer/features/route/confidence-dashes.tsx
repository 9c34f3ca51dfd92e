import styles from './confidence-dashes.module.css'

const STEP = 11
const dashes = (from: number, to: number) =>
  Array.from(
    { length: Math.max(0, to - from) },
    (_, i) => `M${String((from + i) * STEP + 3)},3h4`,
  ).join('')

/** Confidence from 0 to 10 as ten small dashes: a picture of the number beside it. */
export function ConfidenceDashes({ value }: { readonly value: number | null }) {
  const filled = value ?? 0
  return (
    <svg className={styles['dashes']} width={10 * STEP} height={6} aria-hidden>
      <path className={styles['empty']} d={dashes(filled, 10)} />
      <path className={styles['filled']} d={dashes(0, filled)} />
    </svg>
  )
}
