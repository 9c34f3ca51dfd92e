import { parentPort } from 'node:worker_threads'
import { failureFrom } from '#main/files/trouble.ts'
import { createStateWorks } from './state-works.ts'
import type { WorkAnswer, WorkCall } from './works-thread.ts'

const works = createStateWorks()
const answer = (words: WorkAnswer) => parentPort?.postMessage(words)

parentPort?.on('message', ({ id, name, input }: WorkCall) => {
  try {
    answer({ id, value: (works[name] as (given: unknown) => unknown)(input) })
  } catch (error) {
    const { code, message } = failureFrom(error, 'The snapshot could not be made')
    answer({ id, code, message })
  }
})
answer({ ready: true })
