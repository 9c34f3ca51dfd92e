import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect } from 'react'
import styles from './toasts.module.css'

export type ToastItem = {
  readonly id: number
  readonly tone: 'plain' | 'good' | 'bad'
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

/** Seconds for which a message stays; one that went wrong stays until it is dismissed. */
const STAY_MS = 6_000
const STAY_WITH_ACTION_MS = 12_000

type Dismiss = (id: number) => void

function ToastBox({ item, onDismiss }: { readonly item: ToastItem; readonly onDismiss: Dismiss }) {
  const { id, tone, action } = item
  useEffect(() => {
    if (tone === 'bad') return undefined
    const timer = setTimeout(
      () => {
        onDismiss(id)
      },
      action ? STAY_WITH_ACTION_MS : STAY_MS,
    )
    return () => {
      clearTimeout(timer)
    }
  }, [id, tone, action, onDismiss])
  const dismiss = () => {
    onDismiss(id)
  }
  return (
    <div className={styles['toast']}>
      {tone !== 'plain' && (
        <span className={styles['mark']} aria-hidden>
          {tone === 'good' ? <CircleCheck size={16} /> : <CircleAlert size={16} />}
        </span>
      )}
      <span className={styles['text']}>{item.text}</span>
      {action && (
        <button
          type="button"
          className={styles['action']}
          onClick={() => {
            action.run()
            dismiss()
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        className={styles['close']}
        aria-label="Dismiss"
        title={tone === 'bad' ? 'Dismiss (Esc)' : 'Dismiss'}
        onClick={dismiss}
      >
        <X size={15} aria-hidden />
      </button>
    </div>
  )
}

/** Short messages at the foot of the window. The words are announced by the shell's live region. */
export function Toasts({
  items,
  onDismiss,
}: {
  readonly items: readonly ToastItem[]
  /** Keep its identity: a new function restarts the clocks. */
  readonly onDismiss: Dismiss
}) {
  if (items.length === 0) return null
  return (
    <section className={styles['stack']} aria-label="Messages" data-over-dialogs>
      {items.map((item) => (
        <ToastBox key={item.id} item={item} onDismiss={onDismiss} />
      ))}
    </section>
  )
}
