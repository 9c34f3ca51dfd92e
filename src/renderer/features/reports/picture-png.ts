import { svgOf } from '#domain/report/svg.ts'
import type { Picture } from '#domain/report/svg.ts'

/** Width of a poster in pixels: A2 at more than 170 dots an inch. */
export const POSTER_PIXELS = 4_000
/** More than this no canvas takes for sure. */
const MOST_PIXELS = 60_000_000
const LONGEST_SIDE = 16_000

/** The picture as PNG about `width` pixels wide; less where it would be too large to draw. */
export async function pngOf(picture: Picture, width: number): Promise<Uint8Array> {
  const scale = Math.min(
    width / picture.width,
    LONGEST_SIDE / Math.max(picture.width, picture.height),
    Math.sqrt(MOST_PIXELS / (picture.width * picture.height)),
  )
  const image = await imageOf(svgOf(picture))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('This computer could not draw the picture.')
  brush.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/png')
  })
  if (!blob) throw new Error('The picture is too large for this computer.')
  return new Uint8Array(await blob.arrayBuffer())
}

/** An image of an SVG that the page itself made. Nothing in it can load or run. */
async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}
