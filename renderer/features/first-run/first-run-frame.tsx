/** The frame of the first run: its steps in the rail, and which of them this screen is. */
import { IconCompass } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeMode } from '#domain/entities/practice.ts'
import { RailAction, SetUpFooter, SetUpFrame, type PrimaryAction } from './set-up-frame.tsx'
import { SetUpSteps } from './set-up-steps.tsx'

export type FirstRunStep = 'mode' | 'practice' | 'protect' | 'clients'

export type FirstRunFrameProps = {
  readonly mode: PracticeMode
  readonly step: FirstRunStep
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined
  readonly primary?: PrimaryAction | undefined
  readonly onSample?: (() => void) | undefined
  readonly children: ReactNode
}

const stepsOf = (mode: PracticeMode): readonly FirstRunStep[] =>
  mode === 'solo' ? ['mode', 'practice', 'protect'] : ['mode', 'practice', 'protect', 'clients']

export const FirstRunFrame = ({ mode, step, back, primary, onSample, children }: FirstRunFrameProps) => {
  const { t } = useTranslation('firstRun')
  const steps = stepsOf(mode)
  const current = steps.indexOf(step)
  const labels = steps.map((each) => (each === 'practice' && mode === 'solo' ? t('steps.organization') : t(`steps.${each}`)))
  return (
    <SetUpFrame
      railLabel={t('steps.label')}
      rail={<SetUpSteps labels={labels} current={current} />}
      railFoot={
        onSample && <RailAction icon={<IconCompass size={16} stroke={1.6} aria-hidden />} label={t('sample.link')} onAct={onSample} />
      }
      footer={
        <SetUpFooter back={back} primary={primary} note={t('steps.progress', { step: current + 1, steps: steps.length })} />
      }
    >
      {children}
    </SetUpFrame>
  )
}
