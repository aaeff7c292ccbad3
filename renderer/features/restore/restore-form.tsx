/** Which backup, and what opens it. */
import { SegmentedControl } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSecret } from '#api/backups.ts'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { useProblems } from '#renderer/components/fields/use-problems.ts'
import { PathField } from '../folder/path-field.tsx'
import css from './restore.module.css'

export type RestoreDraft = {
  readonly path: string
  readonly opensWith: 'passphrase' | 'recoveryKey'
  readonly passphrase: string
  readonly recoveryKey: string
}
export const emptyRestore: RestoreDraft = { path: '', opensWith: 'passphrase', passphrase: '', recoveryKey: '' }

export const secretOf = ({ opensWith, passphrase, recoveryKey }: RestoreDraft): BackupSecret =>
  opensWith === 'passphrase' ? { passphrase } : { recoveryKey }

export type RestoreFormProps = {
  readonly id: string
  readonly labelledBy: string
  readonly draft: RestoreDraft
  readonly onChange: (draft: RestoreDraft) => void
  readonly onStart: () => void
}

export const RestoreForm = ({ id, labelledBy, draft, onChange, onStart }: RestoreFormProps) => {
  const { t } = useTranslation('restore')
  const choice = useId()
  const [first] = useState(draft)
  const change = (part: Partial<RestoreDraft>): void => onChange({ ...draft, ...part })
  const { opensWith } = draft
  const { form, problemOf, checkAll } = useProblems<'path' | 'passphrase' | 'recoveryKey'>({
    ...(draft.path.trim() === '' ? { path: t('fileMissing') } : {}),
    ...(draft[opensWith].trim() === '' ? { [opensWith]: t(`${opensWith}Missing`) } : {}),
  })
  return (
    <form
      ref={form}
      id={id}
      aria-labelledby={labelledBy}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (checkAll()) onStart()
      }}
    >
      <PathField
        choice={{ kind: 'file' }}
        label={t('file')}
        help={t('fileHelp', { example: examplePath })}
        value={draft.path}
        onChange={(path) => change({ path })}
        error={problemOf('path')}
        input={{ autoFocus: first.path === '' }}
      />
      <div className={css.choice}>
        <span className={css.label} id={choice}>
          {t('opensWith')}
        </span>
        <SegmentedControl
          aria-labelledby={choice}
          value={opensWith}
          onChange={(value) => change({ opensWith: value === 'recoveryKey' ? 'recoveryKey' : 'passphrase' })}
          data={(['passphrase', 'recoveryKey'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {opensWith === 'passphrase' ? (
        <PassphraseField
          label={t('passphrase')}
          help={t('passphraseHelp')}
          value={draft.passphrase}
          onChange={(passphrase) => change({ passphrase })}
          error={problemOf('passphrase')}
          texts={{ show: t('show'), hide: t('hide') }}
        />
      ) : (
        <TextField
          label={t('recoveryKey')}
          help={t('recoveryKeyHelp')}
          value={draft.recoveryKey}
          onChange={(recoveryKey) => change({ recoveryKey })}
          error={problemOf('recoveryKey')}
          input={{ autoComplete: 'off', spellCheck: false }}
        />
      )}
    </form>
  )
}

/** As paths look on this system. */
const examplePath = navigator.userAgent.includes('Windows')
  ? 'E:\\Backups\\practice.securatlas-backup'
  : '/media/disk/practice.securatlas-backup'
