import { ChartNoAxesColumn } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { acrossOf } from '#domain/across/across.ts'
import type { Across } from '#domain/across/across.ts'
import { usePlan } from '#store/plan-store.ts'
import { openCycles } from '#store/ui-store.ts'
import { NoCycle } from '#ui/no-cycle.tsx'
import {
  beliefSentence,
  causeSentence,
  CHANGES,
  detourSentence,
  habitSentence,
  percent,
  scoreSentence,
  two,
} from './across-words.ts'
import { BarChart } from './bar-chart.tsx'
import { BeliefChart } from './belief-chart.tsx'
import { CauseChart } from './cause-chart.tsx'
import { ChartCard } from './chart-card.tsx'
import styles from './across.module.css'

const SHARES = [0, 0.25, 0.5, 0.75, 1]

/** The cycles of the plan side by side: what they reached, what they keep running into. */
export function AcrossScreen() {
  const plan = useDeferredValue(usePlan((state) => state.plan))
  const index = useDeferredValue(usePlan((state) => state.index))
  const today = usePlan((state) => state.today)
  const across = useMemo(
    () => (plan && index ? acrossOf(plan, index, today) : null),
    [plan, index, today],
  )
  if (!across || across.cycles.length === 0)
    return (
      <NoCycle
        title="No cycle has begun yet"
        icon={<ChartNoAxesColumn size={28} aria-hidden />}
        onAdd={openCycles}
      >
        Once cycles are over, this page compares their scores, check-ins, causes and detours. Add
        the first one, check in every week, and close it with a review.
      </NoCycle>
    )
  return (
    <div className={styles['scroll']}>
      <div className={styles['screen']}>
        <header>
          <h1 className={styles['title']}>Across cycles</h1>
          <p className={styles['lead']}>
            Scores count in cycles that are over or closed; check-ins and detours up to today. Means
            are plain means; every figure stands in the table behind its chart.
          </p>
        </header>
        <div className={styles['cards']}>
          <Scores across={across} />
          <Habit across={across} />
          <Beliefs across={across} />
          <Causes across={across} />
          <Detours across={across} />
        </div>
      </div>
    </div>
  )
}

type Part = { readonly across: Across }

function Scores({ across }: Part) {
  const words = scoreSentence(across)
  return (
    <ChartCard
      title="Scores"
      words={words}
      table={{
        columns: ['Cycle', 'Mean score', 'Says', 'Reached', 'Mean first confidence', 'Hint'],
        rows: across.cycles.map((c) => [
          c.name,
          two(c.score),
          c.verdict?.words ?? 'not over yet',
          `${String(c.reached)} of ${String(c.keyResults)}`,
          two(c.confidence),
          c.belief && c.belief.verdict !== 'fine' ? c.belief.words : '',
        ]),
      }}
    >
      <BarChart
        unit="mean score, 0–1"
        max={1}
        ticks={SHARES.map((value) => ({ value, label: value.toFixed(2) }))}
        lines={[
          { value: 0.4, label: '0.40 partial' },
          { value: 0.6, label: '0.60 healthy' },
          { value: 0.85, label: '0.85 too safe?' },
        ]}
        bars={across.cycles.map((c) => ({
          id: c.id,
          label: c.name,
          value: c.score,
          words: c.score === null ? 'not over' : two(c.score),
        }))}
        summary={words}
      />
    </ChartCard>
  )
}

function Habit({ across }: Part) {
  const words = habitSentence(across)
  return (
    <ChartCard
      title="Check-in habit"
      words={words}
      table={{
        columns: ['Cycle', 'Made', 'Due', 'Share'],
        rows: across.cycles.map((c) => [
          c.name,
          String(c.checkIns.done),
          String(c.checkIns.due),
          percent(c.checkIns.share),
        ]),
      }}
    >
      <BarChart
        unit="check-ins made of those due, %"
        max={1}
        ticks={SHARES.map((value) => ({ value, label: percent(value) }))}
        bars={across.cycles.map((c) => ({
          id: c.id,
          label: c.name,
          value: c.checkIns.share,
          words: c.checkIns.share === null ? 'none due' : percent(c.checkIns.share),
        }))}
        summary={words}
      />
    </ChartCard>
  )
}

function Beliefs({ across }: Part) {
  const words = beliefSentence(across)
  return (
    <ChartCard
      title="Confidence against outcome"
      words={words}
      table={{
        columns: ['First confidence', 'Key results', 'Mean score'],
        rows: across.calibration.map((row) => [
          `${String(row.confidence)} of 10`,
          String(row.count),
          two(row.reached),
        ]),
      }}
    >
      {across.beliefs.length === 0 ? null : (
        <>
          <BeliefChart beliefs={across.beliefs} rows={across.calibration} summary={words} />
          <p className={styles['legend']}>
            A dot is a key result, a larger one several; a short line is their mean.
          </p>
        </>
      )}
    </ChartCard>
  )
}

function Causes({ across }: Part) {
  return (
    <ChartCard
      title="Recurring root causes"
      words={causeSentence(across)}
      table={{
        columns: ['Root cause', 'Key results', ...across.cycles.map(({ name }) => name)],
        rows: across.rootCauses.map((cause) => [
          cause.cause,
          String(cause.count),
          ...cause.byCycle.map(String),
        ]),
      }}
    >
      <CauseChart causes={across.rootCauses} />
    </ChartCard>
  )
}

function Detours({ across }: Part) {
  const words = detourSentence(across)
  const most = Math.max(1, ...across.cycles.map(({ detours }) => detours))
  const step = Math.max(1, Math.ceil(most / 4))
  const max = Math.ceil(most / step) * step
  return (
    <ChartCard
      title="Detours"
      words={words}
      table={{
        columns: ['Cycle', 'All', 'With a why', ...CHANGES.map(([, label]) => label)],
        rows: across.cycles.map((c) => [
          c.name,
          String(c.detours),
          String(c.detoursExplained),
          ...CHANGES.map(([change]) => String(c.detoursByChange[change])),
        ]),
      }}
    >
      <BarChart
        unit="detours, count"
        max={max}
        ticks={Array.from({ length: max / step + 1 }, (_, i) => ({
          value: i * step,
          label: String(i * step),
        }))}
        bars={across.cycles.map((c) => ({
          id: c.id,
          label: c.name,
          value: c.detours,
          words: String(c.detours),
        }))}
        summary={words}
      />
    </ChartCard>
  )
}
