/** One client beside the list: why it needs attention, its risk and its facts; archive it, or open its own pages. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import type { ClientRow } from './client-row.ts'
import { DetailPanel, PanelTitle } from '#renderer/components/panel/detail-panel.tsx'
import { LoadingRows } from '#renderer/components/states/loading-rows.tsx'
import { ClientAttentionSection } from './client-attention-section.tsx'
import { ClientPanelActions } from './client-panel-actions.tsx'
import css from './client-panel.module.css'
import { ClientProfileSection } from './client-profile-section.tsx'
import { setPanelWidth, useClientsView } from './clients-view.ts'
import { RpcFailureState } from './rpc-failure-state.tsx'
import { useClientRow } from './use-clients.ts'
import { ClientMark } from './client-mark.tsx'

export type ClientPanelProps = {
  readonly clientId: string
  /** "4 of 142"; undefined where the list does not hold it. */
  readonly position: string | undefined
  /** What the list knows already. */
  readonly known: ClientRow | undefined
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
  readonly onFullPage: () => void
  readonly onClose: () => void
}

export const ClientPanel = (props: ClientPanelProps) => {
  const { t } = useTranslation('clients')
  const { panelWidth } = useClientsView()
  const asked = useClientRow(props.clientId)
  const client = asked.data ?? props.known
  const { onClose } = props
  // The panel may have been left open in another account.
  const isGone = isRpcError(asked.error) && asked.error.tag === 'ClientNotFound'
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone, onClose])
  return (
    <DetailPanel
      label={client?.name ?? t('title')}
      position={props.position}
      texts={{
        previous: t('panel.previous'),
        next: t('panel.next'),
        fullPage: t('panel.fullPage'),
        close: t('panel.close'),
        resize: t('panel.resize'),
      }}
      onPrevious={props.onPrevious}
      onNext={props.onNext}
      onFullPage={props.onFullPage}
      onClose={onClose}
      width={panelWidth}
      onWidthChange={setPanelWidth}
    >
      {client !== undefined ? (
        <>
          <PanelTitle>
            <ClientMark name={client.name} />
          </PanelTitle>
          <ClientPanelActions client={client} onOpen={props.onFullPage} />
          <div className={css.sections}>
            <ClientAttentionSection client={client} />
            <ClientProfileSection client={client} />
          </div>
        </>
      ) : asked.error !== null ? (
        <div className={css.failure}>
          <RpcFailureState place="inline" error={asked.error} onRetry={() => void asked.refetch()} />
        </div>
      ) : (
        <LoadingRows words={t('panel.opening')} count={6} />
      )}
    </DetailPanel>
  )
}
