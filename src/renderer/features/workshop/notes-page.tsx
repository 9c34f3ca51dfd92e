import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { NotesWindow } from './notes-window.tsx'

/** Shows the notes instead of the app: no plan is opened, nothing is written from here. */
export function showNotes(root: HTMLElement): void {
  document.title = 'Roadbook notes'
  createRoot(root).render(
    <StrictMode>
      <NotesWindow />
    </StrictMode>,
  )
}
