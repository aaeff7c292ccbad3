/** The rehearsal: the whole account out of a backup into a folder of its own, looked at by the doctor, and removed again. */
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, DrillReport } from '#api/backups.ts'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import css from './backups.module.css'
import { useBackupFormats } from './use-backup-formats.ts'
import { useStartedJob } from './use-backups.ts'

export const DrillDialog = ({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) => {
  const { t } = useTranslation('backups')
  const rpc = useRpc()
  const id = useId()
  const { share, moment } = useBackupFormats()
  const [passphrase, setPassphrase] = useState('')
  const [isTried, setTried] = useState(false)
  const { start, isBusy, job, problem, cancel } = useStartedJob((secret: string) =>
    rpc.backups.startDrill.mutate({ path: backup.path, secret: { passphrase: secret } }),
  )
  const isRunning = job?.state === 'running'
  const report = job?.state === 'done' ? (job.result as DrillReport) : undefined
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('drill.title', { at: moment(backup.at) })}
      width={640}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t(report === undefined && !isRunning ? 'now.cancel' : 'close')}
          </Button>
          {report === undefined && (
            <Button type="submit" form={id} loading={isBusy}>
              {t('drill.start')}
            </Button>
          )}
        </>
      }
    >
      {report === undefined ? (
        <form
          id={id}
          className={css.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (passphrase !== '' && !isBusy) start(passphrase)
          }}
        >
          <p className={css.text}>{t('drill.text')}</p>
          {isRunning ? (
            <JobProgress
              label={t('drill.action')}
              words={job.total === 0 ? t('drill.reading') : t('drill.running', { share: share(job.done, job.total) })}
              done={job.done}
              total={job.total}
              cancel={t('now.cancel')}
              onCancel={cancel}
            />
          ) : (
            <PassphraseField
              label={t('passphrase.label')}
              help={t('passphrase.help')}
              value={passphrase}
              onChange={setPassphrase}
              error={isTried && passphrase === '' ? t('passphrase.missing') : problem}
              texts={{ show: t('passphrase.show'), hide: t('passphrase.hide') }}
              autoFocus
            />
          )}
        </form>
      ) : (
        <Report report={report} />
      )}
    </Dialog>
  )
}

const Report = ({ report }: { readonly report: DrillReport }) => {
  const { t } = useTranslation('backups')
  const { number, size } = useBackupFormats()
  const { clean, files, problems } = report.doctor
  return (
    <div className={css.form} role="status">
      <p className={css.text}>
        {t('drill.cameBack', { count: report.clients, files: number(files), size: size(report.bytes) })}
      </p>
      {report.troubled > 0 && <p className={css.problem}>{t('now.troubled', { count: report.troubled })}</p>}
      {clean ? (
        <p className={css.text}>{t('drill.clean')}</p>
      ) : (
        <>
          <p className={css.problem}>{t('drill.problems', { count: problems.length })}</p>
          <ul className={css.holding}>
            {problems.slice(0, 5).map(({ space, check, detail }) => (
              <li key={`${space}/${check}/${detail}`}>{detail}</li>
            ))}
          </ul>
        </>
      )}
      <p className={css.text}>{t('drill.removed')}</p>
    </div>
  )
}
