/** A new passphrase for this device; the current one is asked for, where there is one. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { SettingGroup } from './setting-group.tsx'
import css from './settings.module.css'
import { useUnlockWays } from './use-unlock-ways.ts'

const shortest = 8
const empty = { current: '', next: '', repeated: '' }

export const ChangePassphrase = () => {
  const { t } = useTranslation('settings')
  const rpc = useRpc()
  const { ways, noteWays } = useUnlockWays()
  const isFirst = ways?.includes('passphrase') === false
  const [form, setForm] = useState(empty)
  const [isTried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: async (): Promise<'added' | 'changed'> => {
      if (isFirst) await rpc.security.addPassphrase.mutate({ next: form.next })
      else await rpc.practice.changePassphrase.mutate({ current: form.current, next: form.next })
      return isFirst ? 'added' : 'changed'
    },
    onSuccess: () => {
      void noteWays()
      setForm(empty)
      setTried(false)
    },
  })
  const tooShort = form.next.length < shortest ? t('security.tooShort', { minimum: shortest }) : undefined
  const differs = form.next === form.repeated ? undefined : t('security.differs')
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    setTried(true)
    if (tooShort === undefined && differs === undefined) change.mutate()
  }
  const texts = { show: t('security.show'), hide: t('security.hide') }
  return (
    <SettingGroup
      title={t(isFirst ? 'security.add' : 'security.passphrase')}
      text={t(isFirst ? 'security.addText' : 'security.passphraseText')}
    >
      <form className={css.group} onSubmit={onSubmit}>
        {isFirst ? null : (
          <PassphraseField
            label={t('security.current')}
            value={form.current}
            onChange={(current) => setForm({ ...form, current })}
            error={isRpcError(change.error) ? change.error.message : undefined}
            texts={texts}
          />
        )}
        <PassphraseField
          label={t('security.next')}
          value={form.next}
          onChange={(next) => setForm({ ...form, next })}
          error={isTried ? tooShort : undefined}
          texts={texts}
          strength={{
            tooShort: t('security.strength.tooShort'),
            fair: t('security.strength.fair'),
            good: t('security.strength.good'),
            strong: t('security.strength.strong'),
          }}
        />
        <PassphraseField
          label={t('security.repeat')}
          value={form.repeated}
          onChange={(repeated) => setForm({ ...form, repeated })}
          error={isTried ? differs : undefined}
          texts={texts}
        />
        <div className={css.actions}>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t(isFirst ? 'security.add' : 'security.change')}
          </Button>
        </div>
        {change.data === undefined ? null : <p role="status">{t(`security.${change.data}`)}</p>}
      </form>
    </SettingGroup>
  )
}
