/** A heading, one sentence of effect, and the controls of one setting. */
import { useId, type ReactNode } from 'react'
import css from './settings.module.css'

export const SettingGroup = ({
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
