import { useEffect, useState } from 'react'
import type { ChannelOutput } from '#shared/ipc-contract.ts'
import { bridge } from '#bridge/bridge.ts'
import { closeDialog } from '#store/ui-store.ts'
import { Dialog } from '#ui/dialog.tsx'
import styles from './settings.module.css'

const HOSTS = {
  electron: 'Electron',
  lite: 'Lite host (the browser that is installed here)',
} as const

/** Which Roadbook this is, what runs it, and where the data lives. */
export function AboutDialog() {
  const [info, setInfo] = useState<ChannelOutput<'app.info'> | null>(null)
  useEffect(() => {
    void bridge().appInfo(undefined).then(setInfo)
  }, [])
  return (
    <Dialog
      title="About Roadbook"
      description="An offline planner that draws OKRs as a route."
      onClose={closeDialog}
    >
      {info && (
        <dl className={styles['facts']}>
          <div>
            <dt>Version</dt>
            <dd>{info.appVersion}</dd>
          </div>
          <div>
            <dt>Runs in</dt>
            <dd>{HOSTS[info.host]}</dd>
          </div>
          {Object.entries(info.versions).map(([name, version]) => (
            <div key={name}>
              <dt>{name.charAt(0).toUpperCase() + name.slice(1)}</dt>
              <dd>{version}</dd>
            </div>
          ))}
          <div>
            <dt>Data folder</dt>
            <dd className={styles['path']}>{info.dataFolder}</dd>
          </div>
        </dl>
      )}
    </Dialog>
  )
}
