/** The first client comes from another practice: its file and passphrase. */
import { useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { TakeOverForm } from '../leaving/take-over-form.tsx'
import type { TakeOver } from '../leaving/use-take-over.ts'
import { FirstRunFrame } from './first-run-frame.tsx'

export type ClientTakenOverProps = {
  readonly takeOver: TakeOver
  readonly onBack: () => void
  readonly onDone: () => void
}

export const ClientTakenOver = ({ takeOver, onBack, onDone }: ClientTakenOverProps) => {
  const { t } = useTranslation('firstRun')
  const { t: leaving } = useTranslation('leaving')
  const id = useId()
  const { job } = takeOver
  const isTaken = job.result !== undefined
  useEffect(() => {
    if (isTaken) onDone()
  }, [isTaken, onDone])
  return (
    <FirstRunFrame
      mode="partner"
      step="clients"
      back={job.isBusy ? undefined : { label: t('back'), onBack }}
      primary={{ label: leaving('takeOver.start'), form: `${id}-form`, isBusy: job.isBusy, isLast: true }}
    >
      <WizardTitle id={id} title={leaving('takeOver.title')} help={leaving('takeOver.help')} takesFocus />
      <TakeOverForm id={`${id}-form`} takeOver={takeOver} />
    </FirstRunFrame>
  )
}
