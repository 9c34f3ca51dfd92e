import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Id } from '#domain/plan/field.ts'
import { runAll, usePlan } from '#store/plan-store.ts'
import { announce, useUi } from '#store/ui-store.ts'
import { nowMs } from '#lib/clock.ts'
import { Button } from '#ui/button.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { changeWords } from './change-words.ts'
import styles from './detour-prompt.module.css'

/** A detour that is older than this was not made just now: it came with a file or an undo. */
const FRESH_MS = 3_000

/** The strip goes by itself when nobody wants to say anything. */
const STAYS_MS = 20_000

/** The detours that the last step made and nobody has explained. */
function useFreshDetours(): readonly [readonly Id[], () => void] {
  const [ids, setIds] = useState<readonly Id[]>([])
  useEffect(
    () =>
      usePlan.subscribe(({ plan }, { plan: before }) => {
        if (!plan || plan.meta.id !== before?.meta.id) {
          setIds([])
          return
        }
        if (plan.detour === before.detour) return
        const fresh = [...plan.detour.values()].filter(
          (detour) =>
            detour.why === '' &&
            before.detour.get(detour.id) !== detour &&
            nowMs() - Date.parse(detour.at) < FRESH_MS,
        )
        if (fresh.length > 0) setIds(fresh.map(({ id }) => id))
        else setIds((shown) => shown.filter((id) => plan.detour.get(id)?.why === ''))
      }),
    [],
  )
  return [
    ids,
    () => {
      setIds([])
    },
  ]
}

/** Right after a detour: one line of why, at the foot of the window, in nobody's way. */
export function DetourPrompt() {
  const [ids, close] = useFreshDetours()
  const key = ids.join(' ')
  if (ids.length === 0) return null
  return <Strip key={key} ids={ids} onClose={close} />
}

function Strip({ ids, onClose }: { readonly ids: readonly Id[]; readonly onClose: () => void }) {
  const plan = usePlan((state) => state.plan)
  const meId = useUi((state) => state.meId)
  const [why, setWhy] = useState('')
  const [isHeld, setIsHeld] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const from = useRef<Element | null>(null)
  // Over a round nothing outside its dialog can be reached: there the strip hangs in it.
  const walk = useUi(({ dialog }) => dialog !== null)
    ? document.querySelector('[data-walk]')?.closest('[role=dialog]')
    : null
  const detour = plan?.detour.get(ids[0] ?? '')
  useEffect(() => {
    announce('The route changed in a running cycle. Press Y to say why, or go on.')
  }, [])
  useEffect(() => {
    if (isHeld || why !== '') return undefined
    const timer = setTimeout(onClose, STAYS_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [isHeld, why, onClose])
  if (!plan || !detour) return null
  const leave = () => {
    onClose()
    // The keyboard goes back to where it came from.
    if (isHeld && from.current instanceof HTMLElement && from.current.isConnected)
      from.current.focus()
  }
  const keep = () => {
    if (why.trim() !== '')
      runAll(
        ids.map((id) => ({
          id: 'detour.explain',
          input: {
            id,
            why: why.trim(),
            ...(meId !== null && plan.person.has(meId) ? { authorId: meId } : {}),
          },
        })),
        'Explain the detour',
      )
    leave()
  }
  const strip = (
    <form
      className={styles['strip']}
      data-detour
      data-own-enter
      data-own-escape
      aria-label="Why did the route change?"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
      onFocus={({ currentTarget, relatedTarget }) => {
        setIsHeld(true)
        if (!currentTarget.contains(relatedTarget)) from.current = relatedTarget
      }}
      onBlur={() => {
        setIsHeld(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
    >
      <span className={styles['what']} title={detour.title}>
        <strong>Detour:</strong> {changeWords(detour)}
        {ids.length > 1 && ` and ${String(ids.length - 1)} more`}
      </span>
      <input
        ref={input}
        data-detour-why
        className={styles['line']}
        type="text"
        dir="auto"
        aria-label="Why? One line"
        placeholder="Why? One line"
        autoComplete="off"
        maxLength={2_000}
        value={why}
        onChange={(event) => {
          setWhy(event.target.value)
        }}
      />
      <Kbd shortcut="Y" />
      <Button submit size="small" disabled={why.trim() === ''}>
        Keep
      </Button>
      <Button size="small" variant="quiet" onClick={leave}>
        Skip
      </Button>
    </form>
  )
  return walk ? createPortal(strip, walk) : strip
}
