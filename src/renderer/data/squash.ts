import type { Ref } from '#domain/plan/field.ts'
import type { Patch } from '#domain/plan/plan.ts'
import type { Thing } from '#domain/plan/thing.ts'

/** What several patches, one after the other, come to: each row once, by the last word about it. */
export function squash(steps: readonly { readonly patch: Patch }[]): Patch {
  const last = new Map<string, { readonly put: Thing } | { readonly gone: Ref }>()
  for (const { patch } of steps) {
    for (const ref of patch.deletes) last.set(`${ref.kind} ${ref.id}`, { gone: ref })
    for (const thing of patch.puts) last.set(`${thing.kind} ${thing.id}`, { put: thing })
  }
  const puts: Thing[] = []
  const deletes: Ref[] = []
  for (const word of last.values()) {
    if ('put' in word) puts.push(word.put)
    else deletes.push(word.gone)
  }
  return { puts, deletes }
}
