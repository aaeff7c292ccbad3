/** The parts of the sidebar beside its rows: search, groups with a heading, and the room that scrolls. */
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { KeyHint } from '../keys/key-hint.tsx'
import css from './sidebar.module.css'

/** Looks like a field and opens the palette. Collapsed it shows its icon alone. */
export const SidebarSearch = (props: {
  readonly label: string
  readonly keys: string
  readonly onOpen: () => void
}) => {
  const { label, keys, onOpen } = props
  return (
    <button type="button" className={css.search} onClick={onOpen} data-region-start>
      <IconSearch size={15} stroke={1.6} aria-hidden />
      <span className={css.name}>{label}</span>
      <KeyHint keys={[keys]} />
    </button>
  )
}

/** Everything under the search that may outgrow the window. */
export const SidebarRows = ({ children }: { readonly children: ReactNode }) => (
  <div className={css.rows}>{children}</div>
)

export const SidebarGroup = ({
  label,
  children,
}: {
  readonly label?: string | undefined
  readonly children: ReactNode
}) => (
  <div className={css.group} role="group" aria-label={label}>
    {label !== undefined && (
      <div className={css.groupLabel} aria-hidden>
        {label}
      </div>
    )}
    {children}
  </div>
)
