import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { countKinds, type Draft } from '#domain/exchange/draft.ts'
import { setKept, setKind, setMetric, setText } from '#domain/exchange/draft-edit.ts'
import { describeRefusal } from '#domain/exchange/refusal.ts'
import { LIMITS } from '#domain/plan/limits.ts'
import { bridge } from '#bridge/bridge.ts'
import { usePlan, usePlans } from '#store/plan-store.ts'
import { closeDialog, openDialog, showCycle, showScreen, toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Dialog } from '#ui/dialog.tsx'
import { countsText } from './counts-text.ts'
import { DraftList, type DraftListHandle } from './draft-list.tsx'
import type { LineActions } from './draft-row.tsx'
import { NotUnderstood, PlanSummary } from './import-preview.tsx'
import { ImportSource } from './import-source.tsx'
import { TableQuestions } from './table-questions.tsx'
import { choiceProblems, firstChoice, type TargetChoice } from './target-choice.ts'
import { TargetFields } from './target-fields.tsx'
import { useGate, type GateSource } from './use-gate.ts'
import { writeDraft, writePlan, writingWarnings } from './write-import.ts'
import styles from './import-dialog.module.css'

const noSource: GateSource = { name: '', content: '', options: {} }

/** "Paste or open OKRs": text or a file, what each line becomes, where it goes. Writes only at the end. */
export function ImportDialog({
  source,
}: {
  readonly source: { readonly name: string; readonly bytes: Uint8Array } | null
}) {
  const phase = usePlan((state) => state.phase)
  const openPlan = usePlan((state) => state.plan)
  const today = usePlan((state) => state.today)
  const plans = usePlans((state) => state.plans)
  const plan = phase === 'ready' ? openPlan : null
  const [input, setInput] = useState<GateSource>(() =>
    source ? { name: source.name, content: source.bytes, options: {} } : noSource,
  )
  const [fileText, setFileText] = useState('')
  const [gate, setGate] = useGate(input, setFileText)
  const [choice, setChoice] = useState<TargetChoice | null>(null)
  const [refused, setRefused] = useState('')
  const [busy, setBusy] = useState(false)
  const list = useRef<DraftListHandle>(null)

  const draft = gate.phase === 'draft' ? gate.draft : null
  const target = choice ?? firstChoice(draft, today)
  // Behind the typing: a large text is worked through as a whole.
  const [laterDraft, laterTarget] = [useDeferredValue(draft), useDeferredValue(choice)]
  const warnings = useMemo(
    () =>
      laterDraft
        ? writingWarnings(laterDraft, laterTarget ?? firstChoice(laterDraft, today), plan)
        : [],
    [laterDraft, laterTarget, plan, today],
  )
  const text = typeof input.content === 'string' ? input.content : fileText

  const edit = useCallback(
    (change: (draft: Draft) => Draft) => {
      setGate((now) => (now.phase === 'draft' ? { ...now, draft: change(now.draft) } : now))
    },
    [setGate],
  )
  const actions = useMemo<LineActions>(
    () => ({
      setKind: (id, kind) => {
        edit((now) => setKind(now, id, kind))
      },
      setKept: (id, kept) => {
        edit((now) => setKept(now, id, kept))
      },
      setText: (id, change) => {
        edit((now) => setText(now, id, change))
      },
      setMetric: (id, metric) => {
        edit((now) => setMetric(now, id, metric))
      },
    }),
    [edit],
  )

  const takeText = (content: string) => {
    setRefused('')
    setChoice(null)
    setInput({ name: '', content, options: {} })
  }
  const takeFile = (name: string, bytes: Uint8Array) => {
    setRefused('')
    setChoice(null)
    setInput({ name, content: bytes, options: {} })
  }
  const openFile = async () => {
    const file = await bridge().fileOpen({ purpose: 'okrs' })
    if (file.ok) takeFile(file.name, file.bytes)
    else if (file.code !== 'cancelled') setRefused(file.message)
  }
  const onDrop = async (event: DragEvent) => {
    const file = event.dataTransfer.files[0]
    if (!file) return
    event.preventDefault()
    if (file.size > LIMITS.fileBytes)
      setRefused(`${file.name} is larger than 50 MB. Paste the part that you need instead.`)
    else takeFile(file.name, new Uint8Array(await file.arrayBuffer()))
  }

  const finish = async (write: () => ReturnType<typeof writeDraft>) => {
    setBusy(true)
    setRefused('')
    const outcome = await write()
    setBusy(false)
    if (!outcome.ok) {
      setRefused(outcome.message)
      return
    }
    closeDialog()
    showScreen('route')
    if (target.place === 'current') showCycle(target.cycleId)
    toast(outcome.said, { tone: 'good' })
  }
  const planId =
    gate.phase === 'plan' ? gate.plan.things.find((thing) => thing.kind === 'plan')?.id : undefined
  const known = plans.find((one) => one.planId === planId && one.deletedAt === null)
  const isReady = draft !== null && Object.keys(choiceProblems(target, plan)).length === 0
  const main =
    gate.phase === 'plan' ? (
      <Button
        variant={known ? 'plain' : 'primary'}
        disabled={busy}
        onClick={() => {
          void finish(() => writePlan(gate.plan.things))
        }}
      >
        {known ? 'Open as a copy' : 'Open as a plan'}
      </Button>
    ) : (
      <Button
        variant="primary"
        disabled={busy || !isReady}
        onClick={() => {
          if (draft) void finish(() => writeDraft(draft, target, plan))
        }}
      >
        {target.place === 'current' ? 'Add to plan' : 'Make the plan'}
      </Button>
    )

  return (
    <Dialog
      title="Paste or open OKRs"
      description="See what each line becomes. Nothing is written before you say so."
      size="full"
      onClose={closeDialog}
      footer={
        <>
          <span className={styles['refused']} role="alert">
            {refused}
          </span>
          <Button onClick={closeDialog}>Cancel</Button>
          {main}
          {known && gate.phase === 'plan' && (
            <Button
              variant="primary"
              disabled={busy}
              onClick={() => {
                const { things, lineage = [] } = gate.plan
                openDialog({ type: 'merge', name: gate.name, things, lineage })
              }}
            >
              Merge…
            </Button>
          )}
        </>
      }
    >
      <div
        className={classNames(styles['body'], draft && styles['isRead'])}
        onDragOver={(event) => {
          event.preventDefault()
        }}
        onDrop={(event) => {
          void onDrop(event)
        }}
      >
        <ImportSource text={text} onText={takeText} onOpen={() => void openFile()} />
        <section className={styles['preview']} aria-label="Preview">
          {gate.phase === 'empty' && (
            <p className={styles['quiet']}>What each line becomes is shown here.</p>
          )}
          {gate.phase === 'reading' && <p className={styles['quiet']}>Reading…</p>}
          {gate.phase === 'refused' && (
            <div className={styles['refusal']} role="alert">
              <strong>This cannot be taken. Nothing was changed.</strong>
              <p>{describeRefusal(gate.refusal)}</p>
            </div>
          )}
          {gate.phase === 'plan' && (
            <PlanSummary name={gate.name} plan={gate.plan} known={known?.name ?? null} />
          )}
          {draft && (
            <>
              <p className={styles['counts']} role="status">
                {countsText(countKinds(draft))}
              </p>
              {draft.table && (
                <TableQuestions
                  table={draft.table}
                  onAnswer={(options) => {
                    setInput((before) => ({
                      name: before.name,
                      content: typeof before.content === 'string' ? before.content : fileText,
                      options: { ...before.options, ...options },
                    }))
                  }}
                />
              )}
              <NotUnderstood
                draft={draft}
                warnings={warnings}
                onShow={(line) => {
                  list.current?.showLine(line)
                }}
              />
              <DraftList ref={list} lines={draft.lines} actions={actions} />
              <TargetFields
                choice={target}
                plan={plan}
                isGuessed={draft.cycle !== null}
                onChange={setChoice}
              />
            </>
          )}
        </section>
      </div>
    </Dialog>
  )
}
