/** Supporting figures of the whole book, each with its rows. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PortfolioCounts } from '#api/engine.ts'
import type { ClientsSearch } from '#renderer/app/routes.tsx'
import { PanelSection } from '#renderer/components/panel/detail-panel.tsx'
import { useFormats } from '../clients/use-formats.ts'
import css from './side-figures.module.css'

export const PortfolioHealth = ({ counts }: { readonly counts: PortfolioCounts }) => {
  const { t } = useTranslation('dashboard')
  const { number } = useFormats()
  const lines: readonly { readonly label: string; readonly count: number; readonly search: ClientsSearch }[] = [
    { label: t('health.healthy'), count: counts.healthy, search: { band: 'low', attention: 'none' } },
    { label: t('health.archived'), count: counts.archived, search: { view: 'archived' } },
  ]
  return (
    <PanelSection title={t('health.title')}>
      <table className={css.table}>
        <tbody>
          {lines.map(({ label, count, search }) => (
            <tr key={label}>
              <th scope="row">
                <Link className={css.row} to="/clients" search={search}>
                  {label}
                </Link>
              </th>
              <td className={css.count}>{number(count)}</td>
              <td className={css.unit}>{t('health.clients', { count })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  )
}
