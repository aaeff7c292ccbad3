/** Colours, density and keys, at once and for this device. */
import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Choice } from './choice.tsx'
import { SettingGroup } from './setting-group.tsx'
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
