/** Says what changed without taking the focus: politely for sync, jobs and bulk results, at once for failures. */
import { create } from 'zustand'
import css from './feedback.module.css'

type Said = { readonly polite: string; readonly assertive: string; readonly turn: number }

const useSaid = create<Said>(() => ({ polite: '', assertive: '', turn: 0 }))

export const announce = (words: string, how: 'polite' | 'assertive' = 'polite'): void =>
  useSaid.setState(({ turn }) => ({ [how]: words, turn: turn + 1 }))

/** Once on the page, in the frame's root. */
export const Announcer = () => {
  const { polite, assertive, turn } = useSaid()
  // The same words twice are two messages: a changing blank makes them so.
  const blank = turn % 2 === 0 ? '' : '\u00A0'
  return (
    <>
      <div className={css.hidden} role="status" aria-live="polite">
        {polite === '' ? '' : polite + blank}
      </div>
      <div className={css.hidden} role="alert" aria-live="assertive">
        {assertive === '' ? '' : assertive + blank}
      </div>
    </>
  )
}
