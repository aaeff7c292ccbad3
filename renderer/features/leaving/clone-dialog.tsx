/** Adds a client with the structure of another one, then opens it. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import type { LeavingDialogProps } from './hand-over-dialog.tsx'
import css from './leaving.module.css'

const takesFocus = { 'data-autofocus': true }

export const CloneDialog = ({ client, onClose }: LeavingDialogProps) => {
  const { t } = useTranslation('leaving')
  const rpc = useRpc()
  const navigate = useNavigate()
  const id = useId()
  const [name, setName] = useState('')
  const [isAsked, setAsked] = useState(false)
  const cloning = useMutation({
    mutationFn: () => rpc.clients.clone.mutate({ clientId: client.id, name: name.trim(), status: 'client' }),
    onSuccess: (copy) => {
      onClose()
      showToast({ text: t('clone.toast', { name: copy.name, model: client.name }), close: t('close') })
      void navigate({ to: '/clients/$clientId', params: { clientId: copy.id } })
    },
  })
  const isMissing = name.trim() === ''
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('clone.title', { name: client.name })}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={id} loading={cloning.isPending}>
            {t('clone.start')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (!isMissing) cloning.mutate()
        }}
      >
        <p className={css.help}>{t('clone.text')}</p>
        <TextField
          label={t('clone.name')}
          value={name}
          onChange={setName}
          error={isAsked && isMissing ? t('clone.nameMissing') : undefined}
          input={{ ...takesFocus, maxLength: 200, autoComplete: 'off' }}
        />
        <RpcFailure error={cloning.error} />
      </form>
    </Dialog>
  )
}
