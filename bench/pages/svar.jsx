// The peer: the same plan, every objective and key result as an open summary row, every initiative as a bar.
import { Gantt, Willow } from '@svar-ui/react-gantt'
import '@svar-ui/react-gantt/all.css'
import { createRoot } from 'react-dom/client'
import { generate } from '../generator.mjs'

const SCALES = [
  { unit: 'month', step: 1, format: '%F %Y' },
  { unit: 'week', step: 1, format: 'w%w' },
]

const size = new URLSearchParams(location.search).get('size') ?? 'S'
const toDate = (text) => new Date(`${text}T00:00:00`)

function tasksOf(things) {
  const cycle = things.find((thing) => thing.kind === 'cycle')
  const span = { start: toDate(cycle.startOn), end: toDate(cycle.endOn) }
  const tasks = []
  for (const thing of things) {
    if (thing.kind === 'objective')
      tasks.push({
        id: thing.id,
        text: thing.title,
        ...span,
        type: 'summary',
        open: true,
        parent: 0,
      })
    if (thing.kind === 'keyResult')
      tasks.push({
        id: thing.id,
        text: thing.title,
        ...span,
        type: 'summary',
        open: true,
        parent: thing.objectiveId,
      })
    if (thing.kind === 'initiative')
      tasks.push({
        id: thing.id,
        text: thing.title,
        start: toDate(thing.startOn),
        end: toDate(thing.dueOn),
        progress: 40,
        type: 'task',
        parent: thing.serves[0].keyResultId,
      })
  }
  return { tasks, span }
}

const { tasks, span } = tasksOf(generate(size))
window.benchStart = () => {
  performance.mark('in-memory')
  createRoot(document.getElementById('root')).render(
    <Willow fonts={false}>
      <Gantt
        tasks={tasks}
        links={[]}
        scales={SCALES}
        start={span.start}
        end={span.end}
        cellHeight={14}
        cellWidth={100}
      />
    </Willow>,
  )
}
window.benchReady = true
