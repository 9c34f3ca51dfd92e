import type { WebContents } from './web-contents.ts'

const open = new Set<WebContents>()

export const addContents = (contents: WebContents): void => {
  open.add(contents)
}

export const removeContents = (contents: WebContents): void => {
  open.delete(contents)
}

/** All pages that main has open, oldest first. */
export const allContents = (): WebContents[] => [...open]

/** The page that a frame belongs to. */
export const contentsOfFrame = (frameId: string): WebContents | undefined =>
  allContents().find((contents) => contents._hasFrame(frameId))

/** The page that may have opened a window: the one that runs scripts. */
export const contentsOfOpener = (): WebContents | undefined =>
  allContents().find((contents) => contents.getLastWebPreferences().javascript !== false)
