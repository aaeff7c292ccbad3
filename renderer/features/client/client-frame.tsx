/** One client's workspace: whatever is open in it, its name is on the screen; a file that cannot be opened says so here. */
import { Button } from '@mantine/core'
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { ErrorState } from '#renderer/components/states/error-state.tsx'
import { LoadingRows } from '#renderer/components/states/loading-rows.tsx'
import { useClientRow } from '../clients/use-clients.ts'
import { useClientProfile } from './use-client.ts'
import { useNoteVisit } from './use-visit.ts'

export const ClientFrame = () => {
  const { clientId } = useParams({ from: '/clients/$clientId' })
  const { t } = useTranslation('client')
  const row = useClientRow(clientId)
  useNoteVisit(clientId)
  const profile = useClientProfile(clientId)
  const name = row.data?.name ?? ''
  if (row.isSuccess && profile.isSuccess) return <Outlet />
  const error = row.error ?? profile.error
  return (
    <Page header={<Header title={name} />}>
      {error === null ? <LoadingRows words={t('opening', { name })} /> : <ClientTrouble error={error} />}
    </Page>
  )
}

const ClientTrouble = ({ error }: { readonly error: Error }) => {
  const { t } = useTranslation('client')
  const navigate = useNavigate()
  const words = isRpcError(error) ? error : undefined
  return (
    <ErrorState
      title={error.message}
      safe={words?.safe}
      advice={words?.action}
      actions={<Button onClick={() => void navigate({ to: '/clients' })}>{t('backToClients')}</Button>}
      details={{
        text: `${words?.tag ?? error.name}: ${error.message} ${JSON.stringify(words?.details ?? {})}`,
        copy: t('copy'),
        copied: t('copied'),
      }}
    />
  )
}
