/** Monday morning: who needs somebody and why, and how the risk of the whole book is spread. */
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PortfolioCounts } from '#api/engine.ts'
import { FigureStrip } from '#renderer/components/frame/figure-strip.tsx'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { LoadingRows } from '#renderer/components/states/loading-rows.tsx'
import { NoClientsYet } from '../clients/clients-empty.tsx'
import { setPanel } from '../clients/clients-view.ts'
import { RpcFailureState } from '../clients/rpc-failure-state.tsx'
import { useClientCounts, useMay } from '../clients/use-clients.ts'
import { useFormats } from '../clients/use-formats.ts'
import { AttentionList } from './attention-list.tsx'
import { PortfolioHealth } from './portfolio-health.tsx'
import { RiskDistribution } from './risk-distribution.tsx'
import { useFigures } from './use-figures.ts'

export const DashboardScreen = () => {
  const { t } = useTranslation('dashboard')
  const formats = useFormats()
  const { data: counts, error, refetch } = useClientCounts()
  const header = <Header title={t('title')} aside={formats.today()} />
  if (counts === undefined) {
    return (
      <Page header={header} layout="table">
        {error === null ? (
          <LoadingRows words={t('opening')} count={12} />
        ) : (
          <RpcFailureState error={error} onRetry={() => void refetch()} />
        )}
      </Page>
    )
  }
  if (counts.clients + counts.prospects + counts.archived === 0) {
    return (
      <Page header={header} layout="table">
        <NoClients />
      </Page>
    )
  }
  return <FilledDashboard header={header} counts={counts} />
}

type FilledDashboardProps = { readonly header: React.ReactNode; readonly counts: PortfolioCounts }

const FilledDashboard = ({ header, counts }: FilledDashboardProps) => {
  const { t } = useTranslation('dashboard')
  const figures = useFigures(counts)
  return (
    <Page
      header={header}
      layout="table"
      strip={<FigureStrip label={t('figures')} figures={figures} />}
      side={{
        label: t('side'),
        content: (
          <>
            <RiskDistribution counts={counts} />
            <PortfolioHealth counts={counts} />
          </>
        ),
      }}
    >
      <AttentionList counts={counts} />
    </Page>
  )
}

/** Clients are added where they are listed. */
const NoClients = () => {
  const navigate = useNavigate()
  const mayAdd = useMay('client.add')
  const add = (): void => {
    setPanel({ type: 'Add' })
    void navigate({ to: '/clients' })
  }
  const bring = (): void => void navigate({ to: '/clients/import' })
  return <NoClientsYet onAdd={mayAdd ? add : undefined} onImport={mayAdd ? bring : undefined} />
}
