/** One typed client: a plain line when it is there, a field to correct when it was refused. */
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import css from './clients-by-hand.module.css'
import type { TypedClient } from './use-typed-clients.ts'

export type TypedClientRowProps = {
  readonly client: TypedClient
  readonly onRetry: (name: string) => void
  readonly onDiscard: () => void
}

export const TypedClientRow = ({ client, onRetry, onDiscard }: TypedClientRowProps) => {
  const { t } = useTranslation('firstRun')
  const [name, setName] = useState(client.name)
  if (client.state !== 'refused') {
    return (
      <li className={css.row}>
        <span className={css.name}>{client.name}</span>
        {client.state === 'adding' && <span className={css.meta}>{t('hand.saving')}</span>}
      </li>
    )
  }
  return (
    <li className={css.row}>
      <form
        className={css.add}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onRetry(name)
        }}
      >
        <TextField
          label={t('hand.correct')}
          value={name}
          onChange={setName}
          error={client.reason}
          input={{ flex: 1 }}
        />
        <Button type="submit" variant="default" className={css.button}>
          {t('tryAgain')}
        </Button>
        <ActionIcon className={css.button} aria-label={t('hand.discard', { name: client.name })} onClick={onDiscard}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </form>
    </li>
  )
}
