/** Hands a client over: where the file goes, what opens it, and what to do when it is there. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandedOver } from '#api/leaving-clients.ts'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { Failure } from '#renderer/components/states/failure.tsx'
import { HandOverFields, type HandOverDraft, problemsOf } from './hand-over-fields.tsx'
import { LeavingProgress } from './leaving-progress.tsx'
import css from './leaving.module.css'
import { useLeavingJob } from './use-leaving-job.ts'

export type LeavingClient = { readonly id: string; readonly name: string }
export type LeavingDialogProps = { readonly client: LeavingClient; readonly onClose: () => void }

export const HandOverDialog = ({ client, onClose }: LeavingDialogProps) => {
  const { t } = useTranslation('leaving')
  const rpc = useRpc()
  const id = useId()
  const clientId = client.id
  const suggested = useQuery({
    queryKey: ['client', clientId, 'handOverPath'],
    queryFn: () => rpc.clients.handOverPath.query({ clientId }),
  }).data?.path
  const [typed, setTyped] = useState<HandOverDraft>({ path: undefined, passphrase: '', repeated: '' })
  const [isAsked, setAsked] = useState(false)
  const draft = { ...typed, path: typed.path ?? suggested }
  const job = useLeavingJob<{ readonly replace: boolean }, HandedOver>(({ replace }) =>
    rpc.clients.handOver.mutate({ clientId, path: draft.path ?? '', passphrase: draft.passphrase, replace }),
  )
  const problems = problemsOf(draft)
  const isSound = Object.values(problems).every((problem) => problem === undefined)
  const submit = (replace: boolean): void => {
    setAsked(true)
    if (isSound && !job.isBusy) job.start({ replace })
  }
  if (job.result !== undefined) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t('handOver.title', { name: client.name })}
        width={640}
        actions={
          <Button data-autofocus onClick={onClose}>
            {t('done')}
          </Button>
        }
      >
        <div className={css.form} role="status">
          <p>{t('handOver.ready', { name: client.name })}</p>
          <p className={css.path}>{job.result.path}</p>
          <p className={css.help}>{t('handOver.readyHelp')}</p>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('handOver.title', { name: client.name })}
      width={640}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {job.isRunning ? t('close') : t('cancel')}
          </Button>
          <Button type="submit" form={id} loading={job.isBusy}>
            {t('handOver.start')}
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
          submit(false)
        }}
      >
        <p className={css.help}>{t('handOver.help')}</p>
        {job.isRunning ? (
          <LeavingProgress words={t('handOver.working')} job={job} />
        ) : (
          <HandOverFields
            draft={draft}
            problems={isAsked ? problems : {}}
            onChange={(part) => setTyped({ ...typed, ...part })}
          />
        )}
        {job.failure !== undefined && (
          <Failure {...job.failure}>
            {job.failure.tag === 'HandOverExists' && (
              <Button variant="default" onClick={() => submit(true)}>
                {t('handOver.replace')}
              </Button>
            )}
          </Failure>
        )}
      </form>
    </Dialog>
  )
}
