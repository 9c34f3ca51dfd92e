import { useEffect } from 'react'
import { useRoom } from './room-store.ts'
import './room-look.css'

const MORE_CONTRAST = '(prefers-contrast: more)'

/**
 * Puts the look of the room on the page itself while a workshop is open: menus, messages and what is dragged
 * hang from there and are read from five metres as well.
 */
export function useRoomLook(): void {
  const { contrast, bigPointer } = useRoom((state) => state.look)
  useEffect(() => {
    const { dataset } = document.documentElement
    const wish = window.matchMedia(MORE_CONTRAST)
    const show = () => {
      dataset['room'] = 'open'
      if (contrast || wish.matches) dataset['contrast'] = 'high'
      else delete dataset['contrast']
      if (bigPointer) dataset['pointer'] = 'big'
      else delete dataset['pointer']
    }
    show()
    wish.addEventListener('change', show)
    return () => {
      wish.removeEventListener('change', show)
      delete dataset['room']
      delete dataset['contrast']
      delete dataset['pointer']
    }
  }, [contrast, bigPointer])
}
