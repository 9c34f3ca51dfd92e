/** One soft bell, made on the spot: no file, no network. Silence where the machine has no sound. */
export function ringBell(): void {
  try {
    const context = new AudioContext()
    const gain = context.createGain()
    gain.connect(context.destination)
    gain.gain.setValueAtTime(0.0001, context.currentTime)
    gain.gain.exponentialRampToValueAtTime(0.12, context.currentTime + 0.03)
    gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 1.6)
    for (const pitch of [660, 990]) {
      const tone = context.createOscillator()
      tone.frequency.value = pitch
      tone.connect(gain)
      tone.start()
      tone.stop(context.currentTime + 1.7)
    }
    setTimeout(() => void context.close(), 2_000)
  } catch {
    // A room without loudspeakers loses nothing: the clock says the same.
  }
}
