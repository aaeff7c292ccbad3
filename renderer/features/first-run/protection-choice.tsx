/** What opens the account from now on: a passphrase, or the keychain of this computer where there is one. */
import { useTranslation } from 'react-i18next'
import { OptionCards } from '#renderer/components/fields/option-cards.tsx'
import type { Protection } from './draft.ts'

export type ProtectionChoiceProps = {
  readonly keychain: string
  readonly value: Protection
  readonly onChange: (protection: Protection) => void
}

export const ProtectionChoice = ({ keychain, value, onChange }: ProtectionChoiceProps) => {
  const { t } = useTranslation('firstRun')
  return (
    <OptionCards
      label={t('protect.choice')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'passphrase', title: t('protect.byPassphrase'), text: t('protect.byPassphraseHelp') },
        { value: 'keychain', title: t('protect.byKeychain'), text: t('protect.byKeychainHelp', { keychain }) },
      ]}
    />
  )
}
