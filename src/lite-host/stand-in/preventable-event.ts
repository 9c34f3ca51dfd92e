/** An event object as Electron's listeners know it. */
export const preventableEvent = <T extends object>(details: T) => ({
  ...details,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})
