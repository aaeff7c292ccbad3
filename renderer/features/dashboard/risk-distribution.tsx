/** How many clients are in each risk band: one stacked bar, and under it the figures, each with its rows. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PortfolioCounts } from '#api/engine.ts'
import { PanelSection } from '#renderer/components/panel/detail-panel.tsx'
import { riskBands, type RiskBand } from '#renderer/components/risk/band.ts'
import { RiskBadge } from '#renderer/components/risk/risk-badge.tsx'
import { useBandTable } from '../settings/use-band-table.ts'
import { useFormats } from '../clients/use-formats.ts'
import css from './side-figures.module.css'

export const RiskDistribution = ({ counts }: { readonly counts: PortfolioCounts }) => {
  const { t } = useTranslation('dashboard')
  const { t: words } = useTranslation('clients')
  const { number } = useFormats()
  const table = useBandTable()
  const rangeOf = (band: RiskBand): string => {
    const range = table.find((candidate) => candidate.band === band)
    return range === undefined ? t('distribution.noBaseline') : t('distribution.range', range)
  }
  return (
    <PanelSection title={t('distribution.title')} action={<span className={css.aside}>{t('distribution.aside')}</span>}>
      <div className={css.bar} aria-hidden>
        {riskBands
          .filter((band) => counts.byBand[band] > 0)
          .map((band) => (
            <span key={band} className={css.part} data-band={band} style={{ flexGrow: counts.byBand[band] }} />
          ))}
      </div>
      <table className={css.table}>
        <thead className={css.spoken}>
          <tr>
            <th scope="col">{t('distribution.band')}</th>
            <th scope="col">{t('distribution.score')}</th>
            <th scope="col">{t('distribution.count')}</th>
          </tr>
        </thead>
        <tbody>
          {riskBands.map((band) => (
            <tr key={band}>
              <th scope="row">
                <Link className={css.row} to="/clients" search={{ band }}>
                  <RiskBadge band={band} word={words(`bands.${band}`)} />
                </Link>
              </th>
              <td className={css.range}>{rangeOf(band)}</td>
              <td className={css.count}>{number(counts.byBand[band])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  )
}
