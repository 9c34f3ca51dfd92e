import { isAtAppOrigin } from '#main/window/url-policy.ts'
import type { Channel, ChannelInput } from '#shared/ipc-contract.ts'
import { CHANNELS } from '#shared/ipc-contract.ts'
import { structuredSize } from './structured-size.ts'

/** What is known of the sender of a message: Electron's `senderFrame`, or null when it is gone. */
export type SenderFrame = {
  readonly url: string
  readonly origin: string
  readonly parent: unknown
}

export type CheckedCall<C extends Channel> =
  | { readonly ok: true; readonly input: ChannelInput<C> }
  /** `reason` is for the log alone: the sender learns nothing. */
  | { readonly ok: false; readonly reason: string }

export function isChannel(name: string): name is Channel {
  return Object.hasOwn(CHANNELS, name)
}

/** Lets a message in only from the top frame of the app itself, on a known channel, in its size and shape. */
export function checkCall<C extends Channel>(
  channel: C,
  frame: SenderFrame | null,
  args: readonly unknown[],
): CheckedCall<C> {
  if (!isChannel(channel)) return refuse('unknown channel')
  if (!frame) return refuse('no frame')
  if (frame.parent !== null) return refuse('not the top frame')
  if (!isAtAppOrigin(frame.url) || !isAtAppOrigin(frame.origin)) return refuse('wrong origin')
  if (args.length > 1) return refuse('too many arguments')
  const { input, maxBytes } = CHANNELS[channel]
  if (structuredSize(args[0], maxBytes) > maxBytes) return refuse('too large or not plain data')
  const parsed = input.safeParse(args[0])
  return parsed.success
    ? { ok: true, input: parsed.data as ChannelInput<C> }
    : refuse('not in the shape of the channel')
}

function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}
