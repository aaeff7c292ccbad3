/** Tabs with live counts: saved views of a list, or the parts of a screen. Arrow keys move between them. */
import { useRef, type KeyboardEvent } from 'react'
import css from './view-tabs.module.css'

export type ViewTab<Id extends string> = {
  readonly id: Id
  readonly label: string
  readonly count?: string | undefined
}

export type ViewTabsProps<Id extends string> = {
  readonly label: string
  readonly tabs: readonly ViewTab<Id>[]
  readonly value: Id
  readonly onChange: (id: Id) => void
  /** The id of the region that the tabs show, if it has one. */
  readonly controls?: string
}

export const ViewTabs = <Id extends string>({ label, tabs, value, onChange, controls }: ViewTabsProps<Id>) => {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = tabs.findIndex(({ id }) => id === value)
    const next = tabs[nextIndex(event.key, here, tabs.length) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    onChange(next.id)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(next)]?.focus()
  }
  return (
    <div className={css.tabs} role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className={css.tab}
          aria-selected={tab.id === value}
          aria-controls={controls}
          tabIndex={tab.id === value ? 0 : -1}
          onClick={() => onChange(tab.id)}
        >
          {tab.label}
          {tab.count !== undefined && <span className={css.count}>{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}

const nextIndex = (key: string, here: number, count: number): number | undefined => {
  switch (key) {
    case 'ArrowRight':
      return (here + 1) % count
    case 'ArrowLeft':
      return (here - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
