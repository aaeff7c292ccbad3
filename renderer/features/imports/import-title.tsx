/** How an import ended, in a line that takes the focus, so that a reader begins there. */
import { useEffect, useRef } from 'react'
import css from './import-outcome.module.css'

export const ImportTitle = ({ title, help }: { readonly title: string; readonly help: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [title])
  return (
    <>
      <h2 ref={heading} className={css.title} tabIndex={-1}>
        {title}
      </h2>
      <p className={css.help}>{help}</p>
    </>
  )
}
