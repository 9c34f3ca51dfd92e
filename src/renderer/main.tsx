import './lib/zod-without-eval.ts'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/app.tsx'
import { restoreInterfaceZoom } from '#app/interface-zoom.ts'
import { followTheme } from '#app/theme.ts'
import { start } from '#store/start.ts'

followTheme()
restoreInterfaceZoom()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
if (location.hash === '#notes') {
  // The facilitator's second window opens no plan: one page alone writes.
  void import('#features/workshop/notes-page.tsx').then(({ showNotes }) => {
    showNotes(root)
  })
} else {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  void start()
}
