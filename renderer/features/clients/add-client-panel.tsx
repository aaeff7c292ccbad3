/** The form of a new client, beside the list. When it is added the panel shows it. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#renderer/components/feedback/announcer.tsx'
import { DetailPanel, PanelTitle } from '#renderer/components/panel/detail-panel.tsx'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import { useProblems } from '#renderer/components/fields/use-problems.ts'
import { AddClientFields } from './add-client-fields.tsx'
import css from './add-client-panel.module.css'
import { draftProblems, emptyDraft } from './client-draft.ts'
import { setPanel, setPanelWidth, useClientsView } from './clients-view.ts'
import { useFormats } from './use-formats.ts'
import { useAddClient } from './use-add-client.ts'

export type AddClientPanelProps = {
  readonly onAdded: () => void
  readonly onClose: () => void
}

export const AddClientPanel = ({ onAdded, onClose }: AddClientPanelProps) => {
  const { t } = useTranslation('clients')
  const { number } = useFormats()
  const { panelWidth } = useClientsView()
  const [draft, setDraft] = useState(emptyDraft)
  const { form, problemOf, onLeave, checkAll } = useProblems(draftProblems(draft, { t, number }))
  const adding = useAddClient(({ id: clientId, name }) => {
    announce(t('form.added', { name }))
    setPanel({ type: 'Client', clientId })
    onAdded()
  })
  const add = (): void => {
    if (checkAll() && !adding.isPending) adding.mutate(draft)
  }
  return (
    <DetailPanel
      label={t('form.title')}
      texts={{
        previous: t('panel.previous'),
        next: t('panel.next'),
        fullPage: t('panel.fullPage'),
        close: t('panel.close'),
        resize: t('panel.resize'),
      }}
      onClose={onClose}
      width={panelWidth}
      onWidthChange={setPanelWidth}
    >
      <PanelTitle>{t('form.title')}</PanelTitle>
      <p className={css.help}>{t('form.help')}</p>
      <form
        ref={form}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <AddClientFields
          draft={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          problemOf={problemOf}
          onLeave={onLeave}
        />
        <RpcFailure error={adding.error} />
        <div className={css.actions}>
          <Button type="submit" loading={adding.isPending}>
            {t('form.title')}
          </Button>
          <Button variant="default" onClick={onClose} disabled={adding.isPending}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </DetailPanel>
  )
}
