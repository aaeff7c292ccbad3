/** Which of several accounts to open, by the end of its id and its state. */
import { useTranslation } from 'react-i18next'
import type { AccountSummary } from '#api/account-access.ts'
import { OptionCards } from '#renderer/components/fields/option-cards.tsx'
import { accountEnd } from './account-end.ts'

export type AccountChoiceProps = {
  readonly accounts: readonly AccountSummary[]
  readonly chosen: string
  readonly onChoose: (accountId: string) => void
}

export const AccountChoice = ({ accounts, chosen, onChoose }: AccountChoiceProps) => {
  const { t } = useTranslation('unlock')
  return (
    <OptionCards
      label={t('which')}
      value={chosen}
      onChange={onChoose}
      options={accounts.map(({ id, state }) => ({
        value: id,
        title: t('account', { end: accountEnd(id) }),
        text: t(`state.${state}`),
      }))}
    />
  )
}
