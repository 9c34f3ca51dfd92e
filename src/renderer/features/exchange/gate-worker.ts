import '#lib/zod-without-eval.ts'
import { draftFromText, readSource } from '#domain/exchange/read-source.ts'
import type { GateAnswer, GateRequest } from './gate-request.ts'

function answer({ source, name, options, hints }: GateRequest): GateAnswer {
  if (typeof source === 'string') {
    const read = draftFromText(source, name, options, hints)
    return read.ok ? { ...read, kind: 'draft', text: source } : read
  }
  const read = readSource(source, name, hints)
  if (!read.ok) return read
  return { ...read, text: read.kind === 'draft' ? new TextDecoder().decode(source) : '' }
}

addEventListener('message', (event: MessageEvent<GateRequest>) => {
  postMessage(answer(event.data))
})
