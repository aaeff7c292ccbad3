/** One client out of a backup. What is in order here, or was deleted for good, comes back only after a question. */
import { Button } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '#api/backups.ts'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import css from './backups.module.css'
import { useBackupFormats } from './use-backup-formats.ts'
import { useRestoreClient } from './use-restore-client.ts'

const takesFocus = { 'data-autofocus': true }

export const RestoreClientDialog = ({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) => {
  const { t } = useTranslation('backups')
  const id = useId()
  const { share, moment } = useBackupFormats()
  const { draft, change, question, needsSecret, submit, isTried, work } = useRestoreClient(backup.path)
  const { job, isBusy, problem, restored } = work
  const isRunning = job?.state === 'running'
  const at = moment(backup.at)
  const name = draft.client.trim()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('client.title', { at })}
      width={640}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t(restored === undefined && !isRunning ? 'now.cancel' : 'close')}
          </Button>
          {restored === undefined && (
            <Button type="submit" form={id} loading={isBusy}>
              {t(`client.do.${question ?? 'plain'}`)}
            </Button>
          )}
        </>
      }
    >
      {restored !== undefined ? (
        <div className={css.form} role="status">
          <p className={css.text}>{t('client.done', { name: restored.name, at: moment(restored.at) })}</p>
          {restored.kept !== null && (
            <p className={css.text}>
              {t('client.kept')} <span className={css.path}>{restored.kept}</span>
            </p>
          )}
        </div>
      ) : (
        <form
          id={id}
          className={css.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <p className={css.text}>{t('client.text')}</p>
          {isRunning ? (
            <JobProgress
              label={t('client.action')}
              words={t('client.running', { share: share(job.done, job.total) })}
              done={job.done}
              total={job.total}
              cancel={t('now.cancel')}
              onCancel={work.cancel}
            />
          ) : (
            <TextField
              label={t('client.name')}
              help={t('client.nameHelp')}
              value={draft.client}
              onChange={(client) => change({ client })}
              error={isTried && name === '' ? t('client.missing') : undefined}
              input={{ ...takesFocus, autoComplete: 'off', spellCheck: false }}
            />
          )}
          {needsSecret && !isRunning && (
            <PassphraseField
              label={t('passphrase.label')}
              help={t('passphrase.earlier')}
              value={draft.passphrase}
              onChange={(passphrase) => change({ passphrase })}
              texts={{ show: t('passphrase.show'), hide: t('passphrase.hide') }}
            />
          )}
          {question !== undefined && !isRunning && (
            <p role="alert" className={css.text}>
              {t(`client.ask.${question}`, { name, at })}
            </p>
          )}
          {problem !== undefined && question === undefined && (
            <p role="alert" className={css.problem}>
              {problem}
            </p>
          )}
        </form>
      )}
    </Dialog>
  )
}
