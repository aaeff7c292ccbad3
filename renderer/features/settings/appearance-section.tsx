/** Colours, density and keys, at once and for this device. */
import { SegmentedControl, Switch } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingGroup } from './setting-group.tsx'
import css from './settings.module.css'
import { usePreferences } from './use-preferences.ts'

const schemes = ['auto', 'light', 'dark'] as const
const densities = ['compact', 'standard', 'comfortable'] as const

export const AppearanceSection = () => {
  const { t } = useTranslation('settings')
  const { preferences, setPreferences } = usePreferences()
  return (
    <>
      <Choice
        label={t('appearance.scheme')}
        value={preferences.scheme}
        options={schemes.map((value) => ({ value, label: t(`appearance.schemes.${value}`) }))}
        onChange={(scheme) => void setPreferences({ scheme })}
      />
      <Choice
        label={t('appearance.density')}
        value={preferences.density}
        options={densities.map((value) => ({ value, label: t(`appearance.densities.${value}`) }))}
        onChange={(density) => void setPreferences({ density })}
      />
      <SettingGroup title={t('appearance.keys')} text={t('appearance.keysText')}>
        <Switch
          label={t('appearance.letterKeys')}
          checked={preferences.letterKeys}
          onChange={(event) => void setPreferences({ letterKeys: event.currentTarget.checked })}
        />
      </SettingGroup>
    </>
  )
}

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

const Choice = <Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) => {
  const id = useId()
  return (
    <section className={css.group}>
      <h2 className={css.title} id={id}>
        {label}
      </h2>
      <div className={css.actions}>
        <SegmentedControl aria-labelledby={id} value={value} data={[...options]} onChange={onChange} />
      </div>
    </section>
  )
}
