/** The values that this client takes from the practice until it decides one for itself, each saying whose it is. */
import { Button } from '@mantine/core'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { riskAppetites, type DefaultSetting } from '#domain/defaults/default-settings.ts'
import { effectiveSetting, overriddenSettings, practiceSetting } from '#domain/defaults/effective-setting.ts'
import type { Client } from '#domain/entities/client.ts'
import type { Practice } from '#domain/entities/practice.ts'
import { VisuallyHidden } from '#renderer/components/feedback/visually-hidden.tsx'
import { RecordNumberField, RecordSelectField } from '#renderer/components/fields/record-fields.tsx'
import { useMay, usePractice } from '../clients/use-clients.ts'
import { listCurrencies, nameCurrency } from '#renderer/region/currencies.ts'
import { listTimeZones } from '#renderer/region/time-zones.ts'
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import css from './defaults-section.module.css'
import { Section } from './section.tsx'
import { useCheckSetting } from '../settings/check-setting.ts'
import { saveAnswer, useClientEdits, useClientProfile } from './use-client.ts'
import { useMoneyWords } from './use-money-words.ts'
import { useRecordTexts } from './use-record-texts.ts'

type DefaultsSectionProps = { readonly clientId: string; readonly readOnly: boolean }

export const DefaultsSection = ({ clientId, readOnly }: DefaultsSectionProps) => {
  const { data: client } = useClientProfile(clientId)
  const practice = usePractice().data?.practice
  if (client === undefined || practice === undefined) return null
  // A single organization has its own settings, and nothing above them to differ from.
  if (practice.mode === 'solo' && overriddenSettings(client).length === 0) return null
  return <Defaults client={client} practice={practice} readOnly={readOnly} />
}

type DefaultsProps = { readonly client: Client; readonly practice: Practice; readonly readOnly: boolean }

const wholeNumbers = ['evidenceValidityDays', 'evidenceWarningDays', 'reviewCadenceMonths'] as const

const Defaults = ({ client, practice, readOnly }: DefaultsProps) => {
  const { t, i18n } = useTranslation('client')
  const { number } = useRegionFormats()
  const { t: words } = useTranslation('settings')
  const { update } = useClientEdits(client.id)
  const mayRaise = useMay('client.setAppetite')
  const tolerated = useToleratedLoss(client, practice)
  const texts = useRecordTexts()
  const check = useCheckSetting()
  const label = (name: DefaultSetting): string => t(`fields.${name}`)
  const shared = (name: DefaultSetting) => ({
    label: label(name),
    texts,
    readOnly: readOnly || (isAppetite(name) && !mayRaise),
  })
  const save = (name: DefaultSetting) => (value: string | number | undefined) =>
    saveAnswer(update({ [name]: value ?? null }))
  const practiceWords = (name: DefaultSetting): string | undefined => {
    const { value } = practiceSetting(name, practice)
    if (name === 'riskAppetite') return words(`defaults.appetites.${practiceSetting(name, practice).value}`)
    return typeof value === 'number' ? number(value) : value
  }
  const row = (name: DefaultSetting, field: ReactNode, note?: string) => (
    <Decided
      key={name}
      label={label(name)}
      isOwn={effectiveSetting(name, client, practice).from === 'client'}
      practiceWords={practiceWords(name)}
      note={note}
      onFollow={shared(name).readOnly ? undefined : () => void update({ [name]: null })}
    >
      {field}
    </Decided>
  )
  return (
    <Section title={t('settings.defaults')} text={t('settings.defaultsText')}>
      {row(
        'currency',
        <RecordSelectField
          {...shared('currency')}
          value={effectiveSetting('currency', client, practice).value}
          options={listCurrencies().map((value) => ({ value, label: nameCurrency(value, i18n.language) }))}
          save={save('currency')}
          nothingFound={t('settings.nothingFound')}
        />,
      )}
      {row(
        'timezone',
        <RecordSelectField
          {...shared('timezone')}
          value={effectiveSetting('timezone', client, practice).value}
          options={listTimeZones().map((value) => ({ value, label: value }))}
          save={save('timezone')}
          nothingFound={t('settings.nothingFound')}
        />,
      )}
      {wholeNumbers.map((name) =>
        row(
          name,
          <RecordNumberField
            {...shared(name)}
            value={effectiveSetting(name, client, practice).value}
            check={check(name)}
            save={save(name)}
          />,
        ),
      )}
      {row(
        'riskAppetite',
        <RecordSelectField
          {...shared('riskAppetite')}
          value={effectiveSetting('riskAppetite', client, practice).value}
          options={riskAppetites.map((value) => ({ value, label: words(`defaults.appetites.${value}`) }))}
          save={save('riskAppetite')}
        />,
        mayRaise ? undefined : t('settings.appetiteForOwners'),
      )}
      {row(
        'toleratedLossPercent',
        <RecordNumberField
          {...shared('toleratedLossPercent')}
          optional={t('settings.optional')}
          value={effectiveSetting('toleratedLossPercent', client, practice).value}
          decimals={2}
          check={check('toleratedLossPercent')}
          save={save('toleratedLossPercent')}
        />,
        tolerated,
      )}
    </Section>
  )
}

const isAppetite = (name: DefaultSetting): boolean => name === 'riskAppetite' || name === 'toleratedLossPercent'

type DecidedProps = {
  readonly label: string
  readonly isOwn: boolean
  /** What the client would have without a value of its own. */
  readonly practiceWords: string | undefined
  readonly note: string | undefined
  /** Undefined where nothing may be changed. */
  readonly onFollow: (() => void) | undefined
  readonly children: ReactNode
}

/** A field and whose value stands in it. */
const Decided = ({ label, isOwn, practiceWords, note, onFollow, children }: DecidedProps) => {
  const { t } = useTranslation('client')
  const group = useRef<HTMLDivElement>(null)
  const own = practiceWords === undefined ? t('settings.own') : t('settings.ownBeside', { value: practiceWords })
  const follow = (): void => {
    onFollow?.()
    // The button goes with the value; the keyboard stays at the field.
    group.current?.querySelector('input')?.focus()
  }
  return (
    <div ref={group} role="group" aria-label={label} className={css.decided}>
      {children}
      <p className={css.origin} data-own={isOwn || undefined}>
        <span>{isOwn ? own : t('settings.followed')}</span>
        {isOwn && onFollow !== undefined ? (
          <Button variant="subtle" size="compact-xs" onClick={follow}>
            {t('settings.follow')}
            <VisuallyHidden>: {label}</VisuallyHidden>
          </Button>
        ) : null}
      </p>
      {note === undefined ? null : <p className={css.note}>{note}</p>}
    </div>
  )
}

/** What the percentage is in money, where the revenue is known. */
const useToleratedLoss = (client: Client, practice: Practice): string | undefined => {
  const { t } = useTranslation('client')
  const money = useMoneyWords()
  const percent = effectiveSetting('toleratedLossPercent', client, practice).value
  const currency = effectiveSetting('currency', client, practice).value
  if (percent === undefined || currency === undefined) return undefined
  if (typeof client.annualRevenue !== 'number') return t('settings.toleratedLossNoRevenue')
  const loss = Math.round((client.annualRevenue * percent) / 100)
  return t('settings.toleratedLoss', { loss: money(loss, currency), revenue: money(client.annualRevenue, currency) })
}
