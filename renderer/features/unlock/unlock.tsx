/** The lock: opens one of the accounts of the data folder. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountSummary } from '#api/account-access.ts'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { MissingFolder } from '../folder/missing-folder.tsx'
import { OpenFolderScreen } from '../folder/open-folder-screen.tsx'
import { AccountChoice } from './account-choice.tsx'
import { AccountForm } from './account-form.tsx'
import { RecoverForm } from './recover-form.tsx'
import { UnlockFrame } from './unlock-frame.tsx'
import css from './unlock.module.css'

export type UnlockProps = {
  /** At least one. */
  readonly accounts: readonly AccountSummary[]
  readonly dataDir: string
  readonly hasKeychain: boolean
  readonly onUnlocked: (accountId: string) => void
  readonly onCreate: () => void
}

export const Unlock = ({ accounts, dataDir, hasKeychain, onUnlocked, onCreate }: UnlockProps) => {
  const { t } = useTranslation('unlock')
  const id = useId()
  const [wanted, setWanted] = useState<string>()
  const [isRecovering, setRecovering] = useState(false)
  const [isOpeningFolder, setOpeningFolder] = useState(false)
  const onFolder = (): void => setOpeningFolder(true)
  const usable = accounts.find(({ state }) => state !== 'damaged') ?? accounts[0]
  const account = accounts.find((each) => each.id === wanted) ?? usable
  if (account === undefined) return null

  if (isOpeningFolder) return <OpenFolderScreen onBack={() => setOpeningFolder(false)} />
  const isDamaged = account.state === 'damaged'
  const isSeveral = accounts.length > 1
  const opensByKeychain = hasKeychain && account.ways.includes('keychain')
  if (isRecovering && !isDamaged) {
    return (
      <UnlockFrame {...{ dataDir, onCreate, onFolder }}>
        <RecoverForm accountId={account.id} onUnlocked={onUnlocked} onBack={() => setRecovering(false)} />
      </UnlockFrame>
    )
  }
  return (
    <UnlockFrame {...{ dataDir, onCreate, onFolder }}>
      <MissingFolder />
      {isDamaged && !isSeveral ? (
        <WizardTitle id={id} title={t('damagedTitle')} takesFocus />
      ) : (
        <WizardTitle
          id={id}
          title={t('title')}
          help={t(isSeveral ? 'helpSeveral' : opensByKeychain ? 'keychain.help' : 'help')}
        />
      )}
      <div className={css.form}>
        {isSeveral && <AccountChoice accounts={accounts} chosen={account.id} onChoose={setWanted} />}
        {/* Another account is another form: nothing typed for one is tried on the other. */}
        <AccountForm
          key={account.id}
          account={account}
          hasKeychain={hasKeychain}
          labelledBy={id}
          // Whoever walks through the accounts with the arrow keys stays there.
          autoFocus={wanted === undefined}
          onUnlocked={onUnlocked}
          onRecover={() => setRecovering(true)}
        />
      </div>
    </UnlockFrame>
  )
}
