import { useEffect, useState } from 'react'
import type { ReportDocument } from '#domain/report/document.ts'
import { usePlan } from '#store/plan-store.ts'
import { hostNotes } from './notes-host.ts'
import { useRoomLook } from './room-look.ts'
import { RoomView } from './room-view.tsx'
import { restoreRoom, useRoom } from './room-store.ts'
import { WorkshopList } from './workshop-list.tsx'
import styles from './room.module.css'

/** Where the minutes went, or why not. */
export type MinutesOutcome =
  | {
      readonly type: 'saved'
      readonly place: string
      readonly size: number
      readonly showToken: string
    }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly message: string }

/** Writes minutes as a file. The app puts it in: features do not know each other. */
export type ExportMinutes = (
  document: ReportDocument,
  format: 'pdf' | 'docx' | 'html' | 'md',
) => Promise<MinutesOutcome>

/** The workshop over the whole window: the list, or the one that is open. */
export function WorkshopScreen({ exportMinutes }: { readonly exportMinutes: ExportMinutes }) {
  const planId = usePlan((state) => state.plan?.meta.id ?? null)
  const openId = useRoom((state) => state.openId)
  const isThere = usePlan((state) => openId !== null && (state.plan?.workshop.has(openId) ?? false))
  const [restored, setRestored] = useState<string | null>(null)
  useEffect(() => {
    if (planId !== null)
      void restoreRoom(planId).then(() => {
        setRestored(planId)
        hostNotes()
      })
  }, [planId])
  useRoomLook()
  if (planId === null || restored !== planId) return null
  return (
    <div className={styles['screen']}>
      {openId !== null && isThere ? (
        <RoomView id={openId} exportMinutes={exportMinutes} />
      ) : (
        <WorkshopList />
      )}
    </div>
  )
}
