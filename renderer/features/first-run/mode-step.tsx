/** The first question: for many clients, or for one's own organization. */
import { IconDeviceLaptop, IconLock, IconWifiOff } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeMode } from '#domain/entities/practice.ts'
import { OptionCards } from '#renderer/components/fields/option-cards.tsx'
import { FactList, WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { MissingFolder } from '../folder/missing-folder.tsx'
import { FirstRunFrame } from './first-run-frame.tsx'

export type ModeStepProps = {
  readonly mode: PracticeMode
  readonly onChoose: (mode: PracticeMode) => void
  readonly onNext: () => void
  readonly onSample: () => void
  readonly onFolder: () => void
  readonly onRestore: () => void
  /** Back to the accounts that are there already. */
  readonly onLeave?: (() => void) | undefined
}

export const ModeStep = (props: ModeStepProps) => {
  const { mode, onChoose, onNext, onSample, onFolder, onRestore, onLeave } = props
  const { t } = useTranslation('firstRun')
  const id = useId()
  const facts = [
    { icon: <IconDeviceLaptop size={16} stroke={1.6} aria-hidden />, text: t('mode.stored') },
    {
      icon: <IconLock size={16} stroke={1.6} aria-hidden />,
      text: t(mode === 'solo' ? 'mode.encryptedSolo' : 'mode.encrypted'),
    },
    { icon: <IconWifiOff size={16} stroke={1.6} aria-hidden />, text: t('mode.offline') },
  ]
  return (
    <FirstRunFrame
      mode={mode}
      step="mode"
      back={onLeave && { label: t('leave'), onBack: onLeave }}
      primary={{ label: t('continue'), form: `${id}-form` }}
      onSample={onSample}
      onFolder={onFolder}
      onRestore={onRestore}
    >
      <MissingFolder />
      <WizardTitle id={id} title={t('mode.title')} help={t('mode.help')} takesFocus />
      <form
        id={`${id}-form`}
        onSubmit={(event) => {
          event.preventDefault()
          onNext()
        }}
      >
        <OptionCards
          label={t('mode.title')}
          value={mode}
          onChange={onChoose}
          options={[
            { value: 'partner', title: t('mode.partner'), text: t('mode.partnerHelp') },
            { value: 'solo', title: t('mode.solo'), text: t('mode.soloHelp') },
          ]}
        />
      </form>
      <FactList facts={facts} />
    </FirstRunFrame>
  )
}
