/** The 28 px bar at the bottom: the only place that says how saving and sync stand. */
import type { ReactNode } from 'react'
import css from './status-bar.module.css'

export const StatusBar = ({ start, end }: { readonly start: ReactNode; readonly end?: ReactNode }) => (
  <div className={css.bar}>
    <div className={css.part}>{start}</div>
    <div className={css.part} data-end>
      {end}
    </div>
  </div>
)

export type StatusItemProps = {
  readonly icon?: ReactNode
  /** `strong` is the first word of a state, such as Offline; `error` is what could not be saved. */
  readonly tone?: 'plain' | 'error'
  readonly children: ReactNode
  /** Opens what stands behind it: the list of jobs, the popover of sync. */
  readonly onOpen?: (() => void) | undefined
  /** A click leaves the field that has the focus alone: what leaving it sets off could move the button from under it. */
  readonly keepsFocus?: boolean
}

export const StatusItem = ({ icon, tone = 'plain', children, onOpen, keepsFocus = false }: StatusItemProps) => {
  const content = (
    <>
      {icon}
      <span className={css.text}>{children}</span>
    </>
  )
  return onOpen === undefined ? (
    <span className={css.item} data-tone={tone}>
      {content}
    </span>
  ) : (
    <button
      type="button"
      className={css.item}
      data-tone={tone}
      onClick={onOpen}
      onMouseDown={keepsFocus ? (event) => event.preventDefault() : undefined}
    >
      {content}
    </button>
  )
}
