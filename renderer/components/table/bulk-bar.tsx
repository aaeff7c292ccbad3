/** What can be done with the selected rows: docked above the status bar, it hides none of them. */
import { Button } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { KeyHint } from '../keys/key-hint.tsx'
import css from './bulk-bar.module.css'

export type BulkBarProps = {
  readonly label: string
  /** "6 selected". */
  readonly count: string
  /** "Select all 503". */
  readonly selectAll?: { readonly label: string; readonly onSelect: () => void } | undefined
  readonly clear: { readonly label: string; readonly onClear: () => void }
  /** `BulkAction`s. */
  readonly children: ReactNode
}

export const BulkBar = ({ label, count, selectAll, clear, children }: BulkBarProps) => (
  <div className={css.bar} role="toolbar" aria-label={label}>
    <span className={css.count}>{count}</span>
    {selectAll !== undefined && (
      <Button variant="transparent" onClick={selectAll.onSelect}>
        {selectAll.label}
      </Button>
    )}
    <div className={css.actions}>{children}</div>
    <button type="button" className={css.clear} onClick={clear.onClear}>
      {clear.label}
      <KeyHint keys={['Escape']} />
    </button>
  </div>
)

/** Can be the target of a menu, whose props come along. */
export type BulkActionProps = Omit<ComponentProps<'button'>, 'type' | 'className'> & { readonly icon: ReactNode }

export const BulkAction = ({ icon, children, ...button }: BulkActionProps) => (
  <button {...button} type="button" className={css.action}>
    {icon}
    {children}
  </button>
)
