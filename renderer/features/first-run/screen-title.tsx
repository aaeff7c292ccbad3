/** The question of a screen and its one line of help. */
import { useEffect, useRef, type ReactNode } from 'react'
import css from './screen-title.module.css'

export type ScreenTitleProps = {
  readonly id?: string | undefined
  readonly title: string
  readonly help?: ReactNode
  /** Where the screen has no field to begin with, its title takes the focus, so that a reader begins there. */
  readonly takesFocus?: boolean | undefined
}

export const ScreenTitle = ({ id, title, help, takesFocus = false }: ScreenTitleProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <header className={css.header}>
      <h1 ref={heading} id={id} className={css.title} tabIndex={-1}>
        {title}
      </h1>
      {help !== undefined && <p className={css.help}>{help}</p>}
    </header>
  )
}
