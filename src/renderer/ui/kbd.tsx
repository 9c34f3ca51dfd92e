import { shortcutKeys } from './platform.ts'
import styles from './kbd.module.css'

/** Keys of a shortcut, drawn as keys. `shortcut` is written like `Mod+Shift+Z`. */
export function Kbd({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className={styles['keys']}>
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
