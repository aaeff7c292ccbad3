/** Under the table: what the whole book comes to. Each figure shows exactly the clients that it counts. */
import { useTranslation } from 'react-i18next'
import type { PortfolioCounts } from '#api/engine.ts'
import type { ClientsSearch } from '#renderer/app/routes.tsx'
import css from './clients-summary.module.css'
import { useFormats } from './use-formats.ts'

export type ClientsSummaryProps = {
  readonly counts: PortfolioCounts
  readonly search: ClientsSearch
  readonly onShow: (search: ClientsSearch) => void
}

export const ClientsSummary = ({ counts, search, onShow }: ClientsSummaryProps) => {
  const { t } = useTranslation('clients')
  const { number } = useFormats()
  const figures = [
    { standing: undefined, words: t('summary.total'), count: counts.clients },
    { standing: 'highRisk', words: t('summary.highRisk'), count: counts.byBand.critical + counts.byBand.high },
    { standing: 'healthy', words: t('summary.healthy'), count: counts.healthy },
  ] as const
  const isBook = search.view === undefined
  return (
    <div role="group" aria-label={t('summary.label')} className={css.summary}>
      {figures.map(({ standing, words, count }) => (
        <button
          key={words}
          type="button"
          className={css.figure}
          aria-pressed={standing !== undefined && isBook && search.standing === standing}
          onClick={() => onShow(standing === undefined ? {} : { standing })}
        >
          {words} <span className={css.count}>{number(count)}</span>
        </button>
      ))}
    </div>
  )
}
