/** The lock: opens one of the accounts of the data folder. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountSummary } from '#api/engine.ts'
import { AccountChoice } from './account-choice.tsx'
import { DamagedAccount } from './damaged-account.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { RecoverForm } from './recover-form.tsx'

export type UnlockProps = {
  /** At least one. */
  readonly accounts: readonly AccountSummary[]
  readonly dataDir: string
  readonly onUnlocked: (accountId: string) => void
  readonly onCreate: () => void
}

export const Unlock = ({ accounts, dataDir, onUnlocked, onCreate }: UnlockProps) => {
  const { t } = useTranslation('unlock')
  const [wanted, setWanted] = useState<string>()
  const [isRecovering, setRecovering] = useState(false)
  const usable = accounts.find(({ state }) => state !== 'damaged') ?? accounts[0]
  const account = accounts.find(({ id }) => id === wanted) ?? usable
  if (account === undefined) return null

  const isSeveral = accounts.length > 1
  const choice = isSeveral ? <AccountChoice accounts={accounts} chosen={account.id} onChoose={setWanted} /> : null
  const help = t(isSeveral ? 'helpSeveral' : 'help')
  if (account.state === 'damaged') return <DamagedAccount help={help} dataDir={dataDir} choice={choice} onCreate={onCreate} />
  return isRecovering ? (
    <RecoverForm
      accountId={account.id}
      dataDir={dataDir}
      onUnlocked={onUnlocked}
      onBack={() => setRecovering(false)}
      onCreate={onCreate}
    />
  ) : (
    <PassphraseForm
      accountId={account.id}
      help={help}
      dataDir={dataDir}
      choice={choice}
      onUnlocked={onUnlocked}
      onRecover={() => setRecovering(true)}
      onCreate={onCreate}
    />
  )
}
