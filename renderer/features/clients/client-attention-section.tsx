/** Why a client needs attention, most urgent first, each with what can be done about it. */
import { useTranslation } from 'react-i18next'
import type { ClientRow } from './client-row.ts'
import { PanelSection } from '#renderer/components/panel/detail-panel.tsx'
import { RiskGlyph } from '#renderer/components/risk/risk-glyph.tsx'
import css from './client-panel.module.css'

const bands = { now: 'critical', soon: 'high', watch: 'moderate' } as const

export const ClientAttentionSection = ({ client }: { readonly client: ClientRow }) => {
  const { t } = useTranslation('clients')
  return (
    <PanelSection title={t('panel.attention')}>
      {client.attention.length === 0 ? (
        <p className={css.quiet}>{t('panel.noAttention')}</p>
      ) : (
        <ul className={css.reasons}>
          {client.attention.map(({ reason, tier }) => (
            <li key={reason} className={css.reason}>
              <RiskGlyph band={bands[tier]} />
              <span className={css.label}>{t(`reasons.${reason}.label`)}</span>
              <p className={css.text}>
                {t(`reasons.${reason}.text`)} {reason !== 'baselineIncomplete' && t(`reasons.${reason}.fix`)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  )
}
