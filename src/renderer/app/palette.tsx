import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { closeDialog } from '#store/ui-store.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { commandState, useCommandState } from './command-state.ts'
import { goToThing } from './go-to-thing.ts'
import { commandItems } from './palette-items.ts'
import type { PaletteItem } from './palette-items.ts'
import { indexItems, searchItems } from './palette-search.ts'
import { thingItems } from './palette-things.ts'
import styles from './palette.module.css'

/** Lines shown at most: more are not read, the next letter narrows them. */
const MOST_SHOWN = 60

function choose(item: PaletteItem): void {
  closeDialog()
  const { target } = item
  // After the dialog is gone, so that focus does not go back to what was behind it.
  setTimeout(() => {
    if (target.type === 'command') {
      void target.command.run(commandState())
      return
    }
    goToThing(target.ref)
  }, 0)
}

/** Finds every command and every thing of the plan by some of its letters. */
export function Palette() {
  const [query, setQuery] = useState('')
  const [picked, setPicked] = useState('')
  const plan = usePlan((state) => state.plan)
  const today = usePlan((state) => state.today)
  // As they can run now: a thing just gone to may be selected only after the opening.
  const state = useCommandState()
  const commands = useMemo(() => commandItems(state), [state])
  const isAsking = query.trim() !== ''
  // Not before the first letter: a large plan has tens of thousands of names.
  const index = useMemo(
    () => (isAsking ? indexItems(plan ? [...commands, ...thingItems(plan, today)] : commands) : []),
    [commands, isAsking, plan, today],
  )
  const shown = useMemo(
    () => (isAsking ? searchItems(index, query, MOST_SHOWN) : commands),
    [commands, index, isAsking, query],
  )
  // The best hit is picked until an arrow key or the pointer picks another one.
  const value = shown.some(({ key }) => key === picked) ? picked : (shown[0]?.key ?? '')
  return (
    <Dialog title="Search and commands" bare onClose={closeDialog}>
      <Command
        className={styles['palette']}
        shouldFilter={false}
        value={value}
        onValueChange={setPicked}
        loop
        vimBindings={false}
        label="Search and commands"
      >
        <div className={styles['search']}>
          <Search size={17} aria-hidden />
          <Command.Input
            className={styles['input']}
            autoFocus
            value={query}
            onValueChange={(text) => {
              setQuery(text)
              setPicked('')
            }}
            placeholder={plan ? 'Search the plan or type a command' : 'Type a command'}
            dir="auto"
          />
        </div>
        <Command.List className={styles['list']} label="Results" tabIndex={-1}>
          <Command.Empty className={styles['empty']}>
            Nothing is called {inQuotes(query, 60)}.
          </Command.Empty>
          {shown.map((item) => (
            <Command.Item
              key={item.key}
              value={item.key}
              className={styles['item']}
              data-kind={item.target.type}
              onSelect={() => {
                choose(item)
              }}
            >
              <span className={styles['title']} dir="auto">
                {item.title}
              </span>
              <span className={styles['detail']}>{item.detail}</span>
              {item.shortcut !== undefined && <Kbd shortcut={item.shortcut} />}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}
