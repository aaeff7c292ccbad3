/** A growing list of names: Enter adds a client and the field is ready for the next. */
import { Button } from '@mantine/core'
import { useId, useRef, useState, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import css from './clients-by-hand.module.css'
import { FirstRunFrame } from './first-run-frame.tsx'
import { TypedClientRow } from './typed-client-row.tsx'
import type { TypedClients } from './use-typed-clients.ts'

const mostPasted = 100

export type ClientsByHandProps = {
  readonly typed: TypedClients
  readonly onBack: () => void
  readonly onDone: () => void
}

export const ClientsByHand = ({ typed, onBack, onDone }: ClientsByHandProps) => {
  const { t } = useTranslation('firstRun')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const added = typed.clients.filter(({ state }) => state === 'added').length
  const isBusy = typed.clients.some(({ state }) => state === 'adding')

  const add = (): void => {
    const refused = typed.add(name)
    setProblem(refused)
    if (refused === undefined) setName('')
    field.current?.focus()
  }
  const addPasted = (event: ClipboardEvent<HTMLInputElement>): void => {
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n|\r/u)
      .filter((line) => line.trim() !== '')
    if (lines.length < 2) return
    event.preventDefault()
    if (lines.length > mostPasted) return setProblem(t('hand.tooMany', { limit: mostPasted }))
    const refusals = lines.map((line) => typed.add(line)).filter((refusal) => refusal !== undefined)
    setProblem(refusals.length > 0 ? refusals.join('. ') : undefined)
  }
  /** A name that still stands in the field is meant to be a client too. */
  const finish = (): void => {
    if (name.trim() !== '') return add()
    if (!isBusy) onDone()
  }
  return (
    <FirstRunFrame
      mode="partner"
      step="clients"
      back={{ label: t('back'), onBack }}
      primary={{ label: t('clients.open'), onAct: finish, isBusy, isLast: true }}
    >
      <WizardTitle id={id} title={t('hand.title')} help={t('hand.help')} />
      <form
        aria-labelledby={id}
        className={css.add}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          label={t('hand.name')}
          value={name}
          onChange={(text) => {
            setName(text)
            setProblem(undefined)
          }}
          error={problem}
          input={{ ref: field, autoFocus: true, autoComplete: 'off', onPaste: addPasted, flex: 1 }}
        />
        <Button type="submit" variant="default" className={css.button}>
          {t('hand.add')}
        </Button>
      </form>
      <p className={css.count} role="status">
        {added > 0 ? t('hand.count', { count: added }) : ''}
      </p>
      <ul className={css.list} aria-label={t('hand.list')}>
        {typed.clients.toReversed().map((client) => (
          <TypedClientRow
            key={client.key}
            client={client}
            onRetry={(corrected) => typed.retry(client.key, corrected)}
            onDiscard={() => typed.discard(client.key)}
          />
        ))}
      </ul>
    </FirstRunFrame>
  )
}
