/** Four or five figures over a screen, divided by hairlines; the first is the biggest. Each opens its rows. */
import type { ReactNode } from 'react'
import css from './figure-strip.module.css'

export type Figure = {
  readonly id: string
  /** What is counted. */
  readonly label: string
  readonly value: string
  /** Beside the value: a range, a band, a small line. */
  readonly beside?: ReactNode
  /** Under it: since when, of how many. */
  readonly note?: ReactNode
  /** Opens the rows that it counts. */
  readonly onOpen?: (() => void) | undefined
}

export const FigureStrip = ({ label, figures }: { readonly label: string; readonly figures: readonly Figure[] }) => (
  <section className={css.strip} aria-label={label}>
    {figures.map((figure) =>
      figure.onOpen === undefined ? (
        <div key={figure.id} className={css.figure}>
          <FigureBody {...figure} />
        </div>
      ) : (
        <button key={figure.id} type="button" className={css.figure} onClick={figure.onOpen}>
          <FigureBody {...figure} />
        </button>
      ),
    )}
  </section>
)

const FigureBody = ({ label, value, beside, note }: Figure) => (
  <>
    <span className={css.label}>{label}</span>
    <span className={css.line}>
      <span className={css.value}>{value}</span>
      {beside !== undefined && <span className={css.beside}>{beside}</span>}
    </span>
    {note !== undefined && <span className={css.note}>{note}</span>}
  </>
)
