/** Ctrl K: find a client, a thing or a command by a few letters, and go there. */
import { createSpotlight, Spotlight, type SpotlightStore } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { motion } from '#renderer/theme/size-tokens.ts'
import { KeyHint } from '../keys/key-hint.tsx'
import css from './command-palette.module.css'
import { searchPalette, type PaletteEntry, type PaletteGroup } from './palette-search.ts'
import { usePaletteSelection } from './use-palette-selection.ts'

export type PaletteItem = PaletteEntry & {
  readonly icon: ReactNode
  readonly keys?: readonly string[] | undefined
  readonly onRun: (how: { readonly newWindow: boolean }) => void
}

export type CommandPaletteProps = {
  readonly palette: Palette
  /** In the order of their groups: clients, things, commands. Before anything is typed, their first entries. */
  readonly groups: readonly PaletteGroup<PaletteItem>[]
  readonly onQueryChange?: (query: string) => void
  readonly texts: {
    readonly label: string
    readonly placeholder: string
    readonly nothingFound: string
    /** Stands below what is found: why something may be missing. */
    readonly notice?: string | undefined
    readonly move: string
    readonly open: string
    /** Left out where nothing opens in a window of its own. */
    readonly newWindow?: string | undefined
    /** "> commands, # requirements" */
    readonly prefixes: string
  }
}

export type Palette = { readonly store: SpotlightStore; readonly open: () => void; readonly close: () => void }

export const createPalette = (): Palette => {
  const [store, { open, close }] = createSpotlight()
  return { store, open, close }
}

export const CommandPalette = ({ palette, groups, onQueryChange, texts }: CommandPaletteProps) => {
  const [query, setQuery] = useState('')
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  // At once: a deferred list would let Enter open what was found for fewer letters.
  const found = useMemo(() => searchPalette(groups, query), [groups, query])
  const items = useMemo(() => found.flatMap(({ entries }) => entries), [found])
  const selection = usePaletteSelection(items, list)
  const run = (item: PaletteItem | undefined, newWindow: boolean): void => {
    if (item === undefined) return
    palette.close()
    item.onRun({ newWindow })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) selection.move(step)
    else if (event.key === 'Enter') run(selection.item, event.ctrlKey || event.metaKey)
    else return
    event.preventDefault()
  }
  return (
    <Spotlight.Root
      store={palette.store}
      shortcut={null}
      query={query}
      onQueryChange={(next) => {
        setQuery(next)
        onQueryChange?.(next)
      }}
      size={640}
      yOffset={112}
      centered={false}
      attributes={{ content: { 'aria-label': texts.label } }}
      lockScroll={false}
      transitionProps={{ transition: 'fade-down', duration: motion.popover }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--scrim)', blur: 0 }}
      classNames={{ content: css.palette ?? '', body: css.body ?? '' }}
    >
      <div className={css.search} onKeyDownCapture={(event) => claimKeys(event, onKeyDown)}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <Spotlight.Search
          classNames={{ wrapper: css.searchField ?? '', input: css.searchInput ?? '' }}
          placeholder={texts.placeholder}
          aria-label={texts.label}
          role="combobox"
          // With its first frame: letters typed before the focus trap gets to it would be keys of the page behind.
          autoFocus
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={selection.item === undefined ? undefined : `${listId}-${selection.item.id}`}
        />
      </div>
      <div className={css.list} role="listbox" id={listId} aria-label={texts.label} ref={list}>
        {found.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${listId}-group-${group.id}`}>
            <div className={css.groupLabel} id={`${listId}-group-${group.id}`}>
              {group.label}
            </div>
            {group.entries.map((item) => (
              <div
                key={item.id}
                id={`${listId}-${item.id}`}
                role="option"
                className={css.item}
                aria-selected={item === selection.item}
                onMouseMove={() => selection.point(item)}
                onClick={(event) => run(item, event.ctrlKey || event.metaKey)}
              >
                <span className={css.icon}>{item.icon}</span>
                <span className={css.label}>{item.label}</span>
                <span className={css.note}>{item.note}</span>
                {item.keys !== undefined && <KeyHint keys={item.keys} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {texts.notice !== undefined && (
        <div className={css.nothing} role="status">
          {texts.notice}
        </div>
      )}
      {items.length === 0 && (
        <div className={css.nothing} role="status">
          {texts.nothingFound}
        </div>
      )}
      <div className={css.foot} aria-hidden>
        <span>
          <KeyHint keys={['ArrowUp', 'ArrowDown']} /> {texts.move}
        </span>
        <span>
          <KeyHint keys={['Enter']} /> {texts.open}
        </span>
        {texts.newWindow !== undefined && (
          <span>
            <KeyHint keys={['Mod+Enter']} /> {texts.newWindow}
          </span>
        )}
        <span className={css.prefixes}>{texts.prefixes}</span>
      </div>
    </Spotlight.Root>
  )
}

/** Spotlight moves through buttons of its own; ours are options, so these keys never reach it. */
const claimKeys = (event: KeyboardEvent, onKeyDown: (event: KeyboardEvent) => void): void => {
  onKeyDown(event)
  if (event.defaultPrevented) event.stopPropagation()
}
