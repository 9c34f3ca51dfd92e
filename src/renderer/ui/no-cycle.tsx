import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

/** What a page about a cycle is for while the plan has none, and the way to the first. */
export function NoCycle({
  title,
  icon,
  onAdd,
  children,
}: {
  readonly title: string
  readonly icon?: ReactNode
  readonly onAdd: () => void
  readonly children: ReactNode
}) {
  return (
    <EmptyState title={title} icon={icon} actions={<Button onClick={onAdd}>Add a cycle</Button>}>
      {children}
    </EmptyState>
  )
}
