/** One screen inside the frame: header, strip, toolbar, content, and beside it a side column or a detail panel. */
import type { ReactNode } from 'react'
import css from './page.module.css'

export type PageProps = {
  readonly header: ReactNode
  readonly strip?: ReactNode
  readonly toolbar?: ReactNode
  readonly children: ReactNode
  /** Supporting figures, never the main list. Needs a label, as it is a landmark. */
  readonly side?: { readonly label: string; readonly content: ReactNode } | undefined
  /** A `DetailPanel`. Under 1180 it covers the list. */
  readonly panel?: ReactNode
  /** Docked above the status bar while rows are selected. */
  readonly bulk?: ReactNode
  /** `table` gives the content no inset and no scrolling of its own; `text` is the usual page. */
  readonly layout?: 'table' | 'text'
}

export const Page = ({ header, strip, toolbar, children, side, panel, bulk, layout = 'text' }: PageProps) => (
  <div className={css.page}>
    {header}
    {strip}
    <div className={css.body} data-with-side={side !== undefined || undefined}>
      <div className={css.list}>
        {toolbar}
        <div className={css.content} data-layout={layout}>
          {children}
        </div>
        {bulk}
      </div>
      {side !== undefined && (
        <aside className={css.side} aria-label={side.label} data-region tabIndex={-1}>
          {side.content}
        </aside>
      )}
      {panel}
    </div>
  </div>
)
