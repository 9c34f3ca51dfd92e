import { join } from 'node:path'
import { idSchema } from '#domain/plan/field.ts'
import type { Disk } from '#main/files/disk.ts'
import { errorCode } from '#main/files/disk.ts'
import { isDeviceName } from '#main/files/export-names.ts'

/** The two shelves in the data folder: plans in use and plans that a person deleted. */
export type Shelf = 'plans' | 'trash'

/** The folder name of a plan is its id; ids that Windows keeps for devices get a dot in front. */
export function folderName(planId: string): string {
  return isDeviceName(planId) ? `.${planId}` : planId
}

/** The id behind a folder name, or null when the folder is not a plan's. */
export function planIdOf(name: string): string | null {
  const id = name.startsWith('.') ? name.slice(1) : name
  return idSchema.safeParse(id).success && folderName(id) === name ? id : null
}

export function planFolder(root: string, shelf: Shelf, planId: string): string {
  return join(root, shelf, folderName(idSchema.parse(planId)))
}

/** The plans on a shelf, in order of their ids. A shelf that does not exist yet is empty. */
export async function plansOn(disk: Disk, root: string, shelf: Shelf): Promise<readonly string[]> {
  try {
    const entries = await disk.readdir(join(root, shelf), { withFileTypes: true })
    return entries
      .flatMap((entry) => (entry.isDirectory() ? (planIdOf(entry.name) ?? []) : []))
      .sort()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
