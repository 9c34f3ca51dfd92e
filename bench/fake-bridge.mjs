/**
 * Runs in the page before the app: a main process in memory that knows the seeded plans and acknowledges every
 * append at once. What is measured is the renderer, not the disk.
 */
export function fakeBridge(heads) {
  window.benchSaves = []
  const ok = (extra) => Promise.resolve({ ok: true, ...extra })
  const on = () => () => undefined
  window.roadbook = Object.freeze({
    appInfo: () =>
      Promise.resolve({
        host: 'lite',
        appVersion: 'bench',
        versions: {},
        dataFolder: '',
        platform: 'linux',
      }),
    journalList: () =>
      ok({
        plans: heads.map((head) => ({
          planId: head.planId,
          head,
          name: head.planId,
          changedAt: '2026-01-02T00:00:00.000Z',
          tornBytes: 0,
          deleted: false,
        })),
      }),
    journalAppend: ({ operations }) => {
      const { planId, seq, hash, version } = operations.at(-1)
      return ok({ head: { planId, seq, hash, version } }).then((answer) => {
        window.benchSaves.push(performance.now())
        return answer
      })
    },
    journalRead: () => ok({ operations: [], next: null }),
    journalTrash: () => ok({}),
    snapshotWrite: () => ok({}),
    snapshotList: () => ok({ snapshots: [] }),
    snapshotRead: () => Promise.resolve({ ok: false, code: 'missing', message: '' }),
    fileOpen: () => Promise.resolve({ ok: false, code: 'cancelled', message: '' }),
    fileChooseTarget: () => Promise.resolve({ ok: false, code: 'cancelled', message: '' }),
    fileWrite: () => Promise.resolve({ ok: false, code: 'cancelled', message: '' }),
    fileShow: () => ok({}),
    printPdf: () => Promise.resolve({ ok: false, code: 'failed', message: '' }),
    menuSet: () => ok({}),
    windowReady: () => ok({}),
    windowQuit: () => ok({}),
    onCommand: on,
    onOpenFile: on,
    onQuit: on,
    onNotice: on,
  })
}
