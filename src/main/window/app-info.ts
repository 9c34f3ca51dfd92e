import type { ChannelOutput } from '#shared/ipc-contract.ts'

/** What the about box shows. The lite host passes its browser's version in `ROADBOOK_CHROMIUM_VERSION`. */
export function appInfo(input: {
  readonly appVersion: string
  readonly dataFolder: string
  readonly platform: string
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly env: Readonly<Record<string, string | undefined>>
}): ChannelOutput<'app.info'> {
  const { electron, node, chrome } = input.versions
  const chromium = chrome ?? input.env['ROADBOOK_CHROMIUM_VERSION']
  const versions = { electron, chromium, node }
  return {
    host: electron === undefined ? 'lite' : 'electron',
    appVersion: input.appVersion,
    versions: Object.fromEntries(
      Object.entries(versions).flatMap(([name, version]) =>
        version === undefined ? [] : [[name, version]],
      ),
    ),
    dataFolder: input.dataFolder,
    platform: input.platform,
  }
}
