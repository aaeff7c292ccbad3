/** The one band table of the practice: where High, Moderate and Low begin; where each ends follows from it. */
import { Button } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Practice } from '#domain/entities/practice.ts'
import { formatThresholds, parseThresholds, standardThresholds, thresholdsOf } from '#domain/scoring/band-thresholds.ts'
import { bandTable } from '#domain/scoring/bands.ts'
import { NumberField } from '#renderer/components/fields/number-field.tsx'
import { RecordField } from '#renderer/components/fields/record-mark.tsx'
import { useRecordField } from '#renderer/components/fields/use-record-field.ts'
import { RiskBadge } from '#renderer/components/risk/risk-badge.tsx'
import css from './bands-group.module.css'
import { SettingGroup } from './setting-group.tsx'
import settings from './settings.module.css'
import { useSavePractice } from './use-save-practice.ts'

type BandsGroupProps = { readonly practice: Practice; readonly readOnly: boolean }

const standard = formatThresholds(standardThresholds)

export const BandsGroup = ({ practice, readOnly }: BandsGroupProps) => {
  const { t } = useTranslation('settings')
  const { t: words } = useTranslation('clients')
  const save = useSavePractice()
  const stored = formatThresholds(thresholdsOf(practice))
  const field = useRecordField({
    label: t('bands.title'),
    value: stored,
    check: (text) => (parseThresholds(text) === undefined ? t('bands.bad') : undefined),
    // The standard is no choice of its own: it follows whatever the standard becomes.
    save: (text) => save({ scoreBands: text === standard ? null : text }),
  })
  const typed = field.shown.split('/')
  const thresholds = parseThresholds(field.shown)
  const table = bandTable(thresholds ?? thresholdsOf(practice))
  const rows = useRef<HTMLTableSectionElement>(null)
  const reset = (): void => {
    field.choose(standard)
    // The button goes with the change; the keyboard stays at the table.
    rows.current?.querySelector('input')?.focus()
  }
  const start = (index: number, label: string) => (
    <NumberField
      label={label}
      value={typed[index] === '' ? undefined : Number(typed[index])}
      onChange={(next) => field.type(typed.map((part, at) => (at === index ? String(next ?? '') : part)).join('/'))}
      input={{
        'aria-invalid': field.phase === 'failed',
        size: 'xs',
        hideControls: true,
        readOnly,
        onBlur: field.commit,
        onKeyDown: field.onKeyDown,
      }}
    />
  )
  return (
    <SettingGroup title={t('bands.title')} text={t('bands.text')}>
      <RecordField
        field={field}
        texts={{ pending: t('record.pending'), saved: t('record.saved'), retry: t('record.retry') }}
      >
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('bands.band')}</th>
              <th scope="col">{t('bands.from')}</th>
              <th scope="col">{t('bands.to')}</th>
            </tr>
          </thead>
          <tbody ref={rows}>
            {table.map(({ band, from, to }, index) => (
              <tr key={band}>
                <th scope="row">
                  <RiskBadge band={band} word={words(`bands.${band}`)} />
                </th>
                <td>
                  {index === 0 ? (
                    <span className={css.fixed}>{from}</span>
                  ) : (
                    start(index - 1, t('bands.begins', { band: words(`bands.${band}`) }))
                  )}
                </td>
                <td className={css.figure}>{thresholds === undefined && index < 3 ? '–' : to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </RecordField>
      {field.phase === 'failed' ? <p className={settings.problem}>{field.reason}</p> : null}
      <div className={css.preview} role="img" aria-label={t('bands.preview')}>
        {table.map(({ band, from, to }) => (
          <span key={band} data-band={band} style={{ flexGrow: to - from + 1 }} />
        ))}
      </div>
      <p className={settings.text}>{t('bands.unknown')}</p>
      {readOnly || stored === standard ? null : (
        <div className={settings.actions}>
          <Button variant="default" onClick={reset}>
            {t('bands.reset')}
          </Button>
        </div>
      )}
    </SettingGroup>
  )
}
