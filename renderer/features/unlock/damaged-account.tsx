/** An account that cannot be opened: why, what is safe, and the ways back. */
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AccountSummary } from '#api/account-access.ts'
import { describeError } from '#api/errors.ts'
import { Failure } from '#renderer/components/states/failure.tsx'

export const DamagedAccount = ({ account }: { readonly account: AccountSummary }) => {
  const { t } = useTranslation('unlock')
  const queries = useQueryClient()
  const words = account.problem === undefined ? undefined : describeError(account.problem)
  return (
    <Failure
      message={words?.message ?? t('damagedTitle')}
      safe={words?.safe ?? t('damagedSafe')}
      action={words?.action ?? t('damagedAction')}
      details={`${account.id}: ${JSON.stringify(account.problem ?? {})}`}
    >
      <Button variant="default" onClick={() => void queries.invalidateQueries({ queryKey: ['health'] })}>
        {t('lookAgain')}
      </Button>
    </Failure>
  )
}
