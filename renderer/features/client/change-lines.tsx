/** Changes of a client, a line each: what was set to what, by whom and when. */
import type { ActivityEntry } from '#api/engine.ts'
import css from './client.module.css'
import { useChangeWords } from './use-change-words.ts'
import { useClientCurrency } from './use-client-currency.ts'
import { useDates } from './use-dates.ts'

export const ChangeLines = ({
  clientId,
  rows,
}: {
  readonly clientId: string
  readonly rows: readonly ActivityEntry[]
}) => {
  const dates = useDates()
  const words = useChangeWords(useClientCurrency(clientId))
  return (
    <ul className={css.list}>
      {rows.map((row) => (
        <li key={`${row.device}.${row.deviceSeq}`} className={css.row}>
          <span className={css.grow}>
            {words.field(row.field)}
            {row.field === 'text' ? null : `: ${words.value(row.field, row.to)}`}
          </span>
          <span className={css.quiet}>
            {words.memberName(row.member)}, {dates.moment(row.at)}
          </span>
        </li>
      ))}
    </ul>
  )
}
