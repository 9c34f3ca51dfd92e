/** What main asked of the host, for tests to look at. */
export type HostRecords = {
  /** The last application menu as plain data: labels, accelerators, roles, enabled. */
  menu: unknown
  /** Requests that left the app's origin; each was refused. */
  offOriginRequests: string[]
  /** Navigations and windows that main or the host stopped. */
  stoppedNavigations: string[]
  /** Addresses given to shell.openExternal; none is opened in a test. */
  openedExternal: string[]
  /** Paths given to shell.showItemInFolder. */
  shownInFolder: string[]
  /** Dialogs in the order they were asked for. */
  dialogs: { readonly kind: string; readonly options: unknown }[]
  /** Schemes that were registered as privileged, and whether that was before `ready`. */
  schemes: { readonly scheme: string; readonly beforeReady: boolean }[]
  /** Permission handlers that main has set. */
  permissionHandlers: string[]
}

/** One list for the whole process: the stand-in writes it, the control channel reads it. */
export const records: HostRecords = {
  menu: null,
  offOriginRequests: [],
  stoppedNavigations: [],
  openedExternal: [],
  shownInFolder: [],
  dialogs: [],
  schemes: [],
  permissionHandlers: [],
}
