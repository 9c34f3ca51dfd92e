let ready = false
let announce: () => void = () => undefined
const announced = new Promise<void>((resolve) => {
  announce = resolve
})

export const isAppReady = (): boolean => ready

/** Resolves when main's entry has run to its end, as in Electron. */
export const whenAppReady = (): Promise<void> => announced

/** Called once by the host. */
export const becomeReady = (): void => {
  ready = true
  announce()
}
