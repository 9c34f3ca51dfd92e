import { join } from 'node:path'
import type { FilePorts } from '#main/files/disk.ts'
import { headOf } from './snapshot-file.ts'
import { snapshotShelf } from './snapshot-shelf.ts'
import type { Anchors } from '#main/journal/anchor.ts'

/** The folder of the snapshots inside a plan's folder. */
export function snapshotFolder(planFolder: string): string {
  return join(planFolder, 'snapshots')
}

/** The sound snapshots of a plan as places from which its journal can go on. */
export function snapshotAnchors(planFolder: string, planId: string, ports: FilePorts): Anchors {
  const shelf = snapshotShelf(snapshotFolder(planFolder), planId, ports)
  return {
    newestSeq: shelf.newestSeq,
    all: async () =>
      (await shelf.list()).flatMap(({ header }) =>
        header ? [{ head: headOf(header), name: header.name }] : [],
      ),
  }
}
