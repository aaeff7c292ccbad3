/** The end of a client's settings: convert, clone, hand over, delete. In Solo there is one workspace, which can be handed over. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientStatus } from '#domain/entities/client.ts'
import { Section } from '../client/section.tsx'
import { usePractice } from '../clients/use-clients.ts'
import css from './leaving.module.css'
import { useConvertClient } from './use-convert-client.ts'
import { useLeavingDialogs } from './use-leaving-dialogs.tsx'

export type LeavingSectionsProps = {
  readonly client: {
    readonly id: string
    readonly name: string
    readonly status: ClientStatus
    readonly archivedAt: string | null
  }
  /** Archive, which stands before Delete. */
  readonly children: ReactNode
}

export const LeavingSections = ({ client, children }: LeavingSectionsProps) => {
  const { t } = useTranslation('leaving')
  const { onHandOver, onClone, onDelete, dialog } = useLeavingDialogs(client)
  const isSolo = usePractice().data?.practice.mode === 'solo'
  return (
    <>
      {!isSolo && client.archivedAt === null && <ConvertSection client={client} />}
      {!isSolo && onClone !== undefined && (
        <Action title={t('clone.heading')} text={t('clone.text')} label={t('clone.action')} onRun={onClone} />
      )}
      {onHandOver !== undefined && (
        <Action
          title={t('handOver.heading')}
          text={t('handOver.text')}
          label={t('handOver.action')}
          onRun={onHandOver}
        />
      )}
      {children}
      {!isSolo && onDelete !== undefined && (
        <Action title={t('delete.heading')} text={t('delete.text')} label={t('delete.action')} onRun={onDelete} />
      )}
      {dialog}
    </>
  )
}

const ConvertSection = ({ client }: Pick<LeavingSectionsProps, 'client'>) => {
  const { t } = useTranslation('leaving')
  const { convert, isBusy } = useConvertClient()
  const isProspect = client.status === 'prospect'
  return (
    <Action
      title={t('convert.heading')}
      text={isProspect ? t('convert.isProspect') : t('convert.isClient')}
      label={isProspect ? t('convert.toClient') : t('convert.toProspect')}
      onRun={() => convert({ ...client, to: isProspect ? 'client' : 'prospect' })}
      isBusy={isBusy}
    />
  )
}

type ActionProps = {
  readonly title: string
  readonly text: string
  readonly label: string
  readonly onRun: () => void
  readonly isBusy?: boolean
}

const Action = ({ title, text, label, onRun, isBusy = false }: ActionProps) => (
  <Section title={title} text={text}>
    <div className={css.actions}>
      <Button variant="default" onClick={onRun} disabled={isBusy}>
        {label}
      </Button>
    </div>
  </Section>
)
