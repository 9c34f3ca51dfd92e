import { defaultOptions } from '#domain/report/options.ts'
import type { ReportDocument } from '#domain/report/document.ts'
import { usePlan } from '#store/plan-store.ts'

/** Writes the minutes of a workshop through the exporters of the reports, which load when they are used. */
export async function exportMinutes(
  document: ReportDocument,
  format: 'pdf' | 'docx' | 'html' | 'md',
) {
  const [{ documentJob }, { exportFile }] = await Promise.all([
    import('#features/reports/export-jobs.ts'),
    import('#features/reports/export-report.ts'),
  ])
  const { plan, index, today } = usePlan.getState()
  if (!plan || !index) return { type: 'failed' as const, message: 'No plan is open.' }
  // Only slides and pictures look at the cycle, and minutes are neither.
  const source = { plan, index, cycleId: '', today, options: defaultOptions('review') }
  return exportFile(documentJob(document, format, source))
}
