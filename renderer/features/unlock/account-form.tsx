/** The way into one account: the keychain where it opens it, else the passphrase, and for a damaged one the way back. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountSummary } from '#api/account-access.ts'
import { Failure } from '#renderer/components/states/failure.tsx'
import { Button } from '@mantine/core'
import { DamagedAccount } from './damaged-account.tsx'
import { KeychainForm } from './keychain-form.tsx'
import { PassphraseForm } from './passphrase-form.tsx'

export type AccountFormProps = {
  readonly account: AccountSummary
  /** Whether this host offers a keychain. */
  readonly hasKeychain: boolean
  /** The id of the title. */
  readonly labelledBy: string
  readonly autoFocus: boolean
  readonly onUnlocked: (accountId: string) => void
  readonly onRecover: () => void
}

export const AccountForm = ({ account, hasKeychain, ...form }: AccountFormProps) => {
  const { t } = useTranslation('unlock')
  const [isTyping, setTyping] = useState(false)
  const { id, state, ways } = account
  if (state === 'damaged') return <DamagedAccount account={account} />
  const hasPassphrase = ways.includes('passphrase')
  if (hasKeychain && ways.includes('keychain') && !isTyping) {
    const { autoFocus, onUnlocked, onRecover } = form
    const onPassphrase = hasPassphrase ? () => setTyping(true) : undefined
    return <KeychainForm accountId={id} {...{ autoFocus, onUnlocked, onRecover, onPassphrase }} />
  }
  if (hasPassphrase) return <PassphraseForm accountId={id} {...form} autoFocus={form.autoFocus || isTyping} />
  return (
    <Failure
      message={t('keychain.elsewhere')}
      safe={t('keychain.elsewhereSafe')}
      action={t('keychain.elsewhereAction')}
    >
      <Button variant="default" onClick={form.onRecover}>
        {t('useRecovery')}
      </Button>
    </Failure>
  )
}
