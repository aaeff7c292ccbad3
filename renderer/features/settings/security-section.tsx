/** Passphrase, new keys, and when the account locks itself. */
import { useTranslation } from 'react-i18next'
import { RecordNumberField } from '#renderer/components/fields/record-fields.tsx'
import { ChangePassphrase } from './change-passphrase.tsx'
import { KeychainSection } from './keychain-section.tsx'
import { NewKeys } from './new-keys.tsx'
import css from './settings.module.css'
import { usePreferences } from './use-preferences.ts'

const longestMinutes = 480

export const SecuritySection = () => {
  const { t } = useTranslation('settings')
  const { preferences, setPreferences } = usePreferences()
  const isAllowed = (minutes: number | undefined): minutes is number =>
    minutes !== undefined && Number.isInteger(minutes) && minutes >= 0 && minutes <= longestMinutes
  return (
    <>
      <div className={css.group}>
        <RecordNumberField
          label={t('security.autoLock')}
          help={t('security.autoLockHelp')}
          value={preferences.autoLockMinutes}
          check={(minutes) => (isAllowed(minutes) ? undefined : t('security.autoLockBad'))}
          save={async (autoLockMinutes) => {
            if (!isAllowed(autoLockMinutes)) return { ok: false, reason: t('security.autoLockBad') }
            await setPreferences({ autoLockMinutes })
            return { ok: true }
          }}
          texts={{ pending: t('record.pending'), saved: t('record.saved'), retry: t('record.retry') }}
        />
      </div>
      <KeychainSection />
      <ChangePassphrase />
      <NewKeys />
    </>
  )
}
