import { shortTitle } from '#domain/plan/title-quote.ts'
import { planDrop, type DragState } from '#domain/route/plan-drop.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { announce, select, toast } from '#store/ui-store.ts'

/**
 * Puts down what is held, by whichever hand: one command, one step to undo. True when something changed.
 * A refusal is said and changes nothing.
 */
export function performDrop(drag: DragState): boolean {
  const { plan } = usePlan.getState()
  const drop = plan && planDrop(plan, drag)
  if (!drop) {
    announce('Put back where it was.')
    return false
  }
  const result = run(drop.command, drop.input)
  if (!result.ok) {
    toast(`Not moved: ${result.message}`, { tone: 'bad' })
    return false
  }
  if (drop.command === 'initiative.move')
    select(...drop.input.moves.map(({ id }) => ({ kind: 'initiative' as const, id })))
  if (drop.command === 'keyResult.move') select({ kind: 'keyResult', id: drop.input.id })
  announce(`Done: ${shortTitle(result.name, 120)}.`)
  return true
}
