/** A number from 0 to 1 that stays the same for the same text. */
function steady(text: string, salt: number): number {
  let hash = 2166136261 ^ salt
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return ((hash >>> 0) % 1000) / 1000
}

/**
 * Two faint contour lines of a paper map across a lane. They stay the same for the same objective, so that
 * a place can be recognised by them.
 */
export function contourPath(id: string, width: number, height: number): string {
  const line = (salt: number, level: number) => {
    const step = 360 + 220 * steady(id, salt)
    let x = -60
    let y = height * (level + 0.2 * (steady(id, salt + 1) - 0.5))
    let path = `M${String(x)},${y.toFixed(1)}`
    for (let i = 2; x < width + 60; i++) {
      const nextX = x + step
      const nextY = height * (level + 0.5 * (steady(id, salt * 31 + i) - 0.5))
      const mid = (x + nextX) / 2
      path += `C${mid.toFixed(1)},${y.toFixed(1)} ${mid.toFixed(1)},${nextY.toFixed(1)} ${nextX.toFixed(1)},${nextY.toFixed(1)}`
      x = nextX
      y = nextY
    }
    return path
  }
  return line(7, 0.2) + line(13, 0.82)
}
