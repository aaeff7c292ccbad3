/** How dates, times, numbers and money are written on this device, with an example that changes at once. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '#renderer/components/fields/select-field.tsx'
import { chooseLocale } from '#renderer/region/choose-locale.ts'
import { nameRegion, nameRegions } from '#renderer/region/regions.ts'
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import { usePractice } from '../clients/use-clients.ts'
import { Choice } from './choice.tsx'
import { SettingGroup } from './setting-group.tsx'
import css from './settings.module.css'
import { usePreferences } from './use-preferences.ts'

const clocks = ['auto', '12', '24'] as const

export const RegionSection = () => {
  const { t, i18n } = useTranslation('settings')
  const { preferences, setPreferences } = usePreferences()
  const { language } = i18n
  const machine = nameRegion(chooseLocale('auto', { language, machine: navigator.languages }), language)
  return (
    <>
      <SettingGroup title={t('region.title')} text={t('region.text')}>
        <SelectField
          label={t('region.format')}
          value={preferences.region}
          onChange={(region) => region !== undefined && void setPreferences({ region })}
          options={[
            { value: 'auto', label: t('region.auto', { region: machine }) },
            ...nameRegions(language).map(({ locale, name }) => ({ value: locale, label: name })),
          ]}
          nothingFound={t('nothingFound')}
        />
        <Example />
      </SettingGroup>
      <Choice
        label={t('region.clock')}
        value={preferences.clock}
        options={clocks.map((value) => ({ value, label: t(`region.clocks.${value}`) }))}
        onChange={(clock) => void setPreferences({ clock })}
      />
    </>
  )
}

/** Of now, so that everybody knows the day that is meant. */
const Example = () => {
  const { t } = useTranslation('settings')
  const practice = usePractice().data?.practice
  const formats = useRegionFormats(practice?.timezone ?? undefined)
  const [now] = useState(() => new Date().toISOString())
  const examples = [
    ['moment', formats.moment(now)],
    ['number', formats.number(1_234_567.8)],
    ['money', formats.money(120_000_000, practice?.currency ?? 'EUR')],
  ] as const
  return (
    <dl className={css.example} aria-label={t('region.example')}>
      {examples.map(([id, value]) => (
        <div key={id}>
          <dt>{t(`region.examples.${id}`)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
