/** A part of the client's settings: a heading, a sentence, its controls. */
import { useId, type ReactNode } from 'react'
import css from './client.module.css'

export const Section = ({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}) => {
  const id = useId()
  return (
    <section className={css.group} aria-labelledby={id}>
      <div>
        <h2 className={css.title} id={id}>
          {title}
        </h2>
        {text === undefined ? null : <p className={css.text}>{text}</p>}
      </div>
      {children}
    </section>
  )
}
