import { toAppAddress } from './app-address.ts'

const originOf = (url: string): string => {
  if (!URL.canParse(url)) return 'null'
  const { protocol, host, origin } = new URL(url)
  // Node gives 'null' for schemes that it does not know; Electron gives app://roadbook.
  return protocol === 'app:' ? `app://${host}` : origin
}

/** One frame as main sees it in `event.senderFrame`: addresses are the app's, the object stays the same. */
export class PageFrame {
  readonly name = ''
  readonly frameTreeNodeId: number
  readonly routingId: number
  readonly processId = 1
  readonly parent: PageFrame | null
  url = ''
  detached = false

  constructor(number: number, parent: PageFrame | null) {
    this.frameTreeNodeId = number
    this.routingId = number
    this.parent = parent
  }

  get origin(): string {
    return originOf(this.url)
  }

  get top(): PageFrame {
    return this.parent?.top ?? this
  }

  isDestroyed(): boolean {
    return this.detached
  }

  /** Takes the browser's address of this frame. */
  moved(liteUrl: string): void {
    this.url = toAppAddress(liteUrl)
  }
}
