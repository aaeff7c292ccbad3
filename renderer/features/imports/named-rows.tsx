/** A short table of rows or clients, each with its reason; what does not fit is in the file that can be saved. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../clients/use-formats.ts'
import css from './import-outcome.module.css'

export type NamedRowsProps = {
  readonly title: string
  readonly first: string
  readonly second: string
  readonly rows: readonly (readonly [string, string])[]
  readonly action?: ReactNode
}

const mostShown = 200

export const NamedRows = ({ title, first, second, rows, action }: NamedRowsProps) => {
  const { t } = useTranslation('imports')
  const formats = useFormats()
  const hidden = rows.length - mostShown
  return (
    <section className={css.rows} aria-label={title}>
      <div className={css.bar}>
        <h3 className={css.heading}>{title}</h3>
        {action}
      </div>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.first}>
              {first}
            </th>
            <th scope="col">{second}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map(([name, reason]) => (
            <tr key={name}>
              <td className={css.first}>{name}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className={css.more}>{t('done.more', { count: hidden, formatted: formats.number(hidden) })}</p>}
    </section>
  )
}
