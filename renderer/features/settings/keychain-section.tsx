/** Whether the keychain of this computer opens the account; absent where it offers none. */
import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import { SettingGroup } from './setting-group.tsx'
import { useUnlockWays } from './use-unlock-ways.ts'

export const KeychainSection = () => {
  const { t } = useTranslation('settings')
  const { ways, keychain, setKeychain } = useUnlockWays()
  if (keychain === undefined || ways === undefined) return null
  const isOn = ways.includes('keychain')
  const isOnlyWay = isOn && !ways.includes('passphrase')
  return (
    <SettingGroup title={t('keychain.title')} text={t('keychain.text', { keychain })}>
      <Switch
        label={t('keychain.label')}
        description={isOnlyWay ? t('keychain.onlyWay') : undefined}
        checked={isOn}
        disabled={isOnlyWay || setKeychain.isPending}
        onChange={({ currentTarget }) => setKeychain.mutate(currentTarget.checked)}
      />
      <RpcFailure error={setKeychain.error} />
    </SettingGroup>
  )
}
