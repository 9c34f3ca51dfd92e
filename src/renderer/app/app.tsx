import { TooltipProvider } from '#ui/tooltip.tsx'
import { StartingScreen } from './starting-screen.tsx'

export function App() {
  return (
    <TooltipProvider>
      <StartingScreen />
    </TooltipProvider>
  )
}
