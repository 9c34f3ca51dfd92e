import { X } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { IconButton } from '#ui/button.tsx'
import { NumberField } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import type { Option } from '#ui/field.tsx'
import { edit } from './edit.ts'
import { Section } from './section.tsx'
import styles from './inspector.module.css'

const percent = (share: number) => Math.round(share * 1000) / 10

/**
 * The key results that an initiative serves, each with its share. A changed share takes from or gives to
 * the others in proportion, so that the sum stays 100 %.
 */
export function ServesFields({ initiative }: { readonly initiative: Initiative }) {
  const { serves } = initiative
  const titles = usePlan(
    useShallow((state) => serves.map((s) => state.plan?.keyResult.get(s.keyResultId)?.title ?? '')),
  )
  // On several roads two key results may have the same title: each says whose it is.
  const roads = usePlan(
    useShallow((state) =>
      serves.map((s) => state.plan?.keyResult.get(s.keyResultId)?.objectiveId ?? ''),
    ),
  )
  const roadTitles = usePlan(
    useShallow((state) => roads.map((id) => state.plan?.objective.get(id)?.title ?? '')),
  )
  const isOnSeveral = new Set(roads).size > 1
  const others = (): readonly Option[] => {
    const { index } = usePlan.getState()
    if (!index) return []
    return listAt(index.objectivesByCycle, initiative.cycleId).flatMap((objective) =>
      listAt(index.keyResultsByObjective, objective.id)
        .filter(({ id, state }) => state === 'active' && !serves.some((s) => s.keyResultId === id))
        .map((kr) => ({
          value: kr.id,
          label: `${shortTitle(objective.title)} › ${shortTitle(kr.title, 60)}`,
        })),
    )
  }
  const commit = (next: Initiative['serves']) =>
    edit('initiative.update', { id: initiative.id, changes: { serves: next } })
  const withShare = (keyResultId: string, share: number) => {
    const others = serves.filter((s) => s.keyResultId !== keyResultId)
    const rest = others.reduce((sum, s) => sum + s.share, 0)
    return serves.map((s) =>
      s.keyResultId === keyResultId
        ? { ...s, share }
        : {
            ...s,
            share: rest === 0 ? (1 - share) / others.length : (s.share / rest) * (1 - share),
          },
    )
  }
  const add = (keyResultId: string) => {
    const share = 1 / (serves.length + 1)
    return commit([
      ...serves.map((s) => ({ ...s, share: s.share * (1 - share) })),
      { keyResultId, share },
    ])
  }
  const remove = (keyResultId: string) => {
    const left = serves.filter((s) => s.keyResultId !== keyResultId)
    const sum = left.reduce((total, s) => total + s.share, 0)
    return commit(left.map((s) => ({ ...s, share: sum === 0 ? 1 / left.length : s.share / sum })))
  }
  return (
    <Section title="Serves">
      {serves.length === 0 && (
        <p className={styles['hint']}>
          Nothing yet: it stands in the Garage. Choose the key result that moves if this works.
        </p>
      )}
      <ul className={styles['list']}>
        {serves.map(({ keyResultId, share }, at) => {
          const title = titles[at] ?? ''
          return (
            <li key={keyResultId} className={styles['itemWide']}>
              <span className={styles['served']}>
                <span className={styles['brief']} dir="auto">
                  {title}
                </span>
                {isOnSeveral && (
                  <span className={styles['road']} dir="auto" title={roadTitles[at]}>
                    {roadTitles[at]}
                  </span>
                )}
              </span>
              <NumberField
                label={`Share for ${title}`}
                labelHidden
                unit="%"
                min={0}
                max={100}
                required
                disabled={serves.length === 1}
                value={percent(share)}
                onCommit={(value) =>
                  value === null ? null : commit(withShare(keyResultId, value / 100))
                }
              />
              <IconButton
                size="small"
                label={`No longer serves ${title}`}
                hint={
                  serves.length === 1
                    ? 'Take off the road, into the Garage'
                    : 'No longer serves this'
                }
                icon={<X size={14} />}
                onClick={() => remove(keyResultId)}
              />
            </li>
          )
        })}
      </ul>
      <SelectField
        label="Also serves"
        labelHidden
        value=""
        options={[{ value: '', label: serves.length === 0 ? 'Put it on a leg…' : 'Also serves…' }]}
        more={others}
        onChange={(id) => {
          if (id !== '') add(id)
        }}
      />
    </Section>
  )
}
