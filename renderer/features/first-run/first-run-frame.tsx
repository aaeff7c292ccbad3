/** The frame of the first run: its steps in the rail, and which of them this screen is. */
import { IconCompass } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeMode } from '#domain/entities/practice.ts'
import { StepRail } from '#renderer/components/wizard/step-rail.tsx'
import { WizardWay } from '#renderer/components/wizard/wizard-frame.tsx'
import { FolderWay } from '../folder/folder-way.tsx'
import { RestoreWay } from '../restore/restore-way.tsx'
import { SetUpFrame, type BackAction, type PrimaryAction } from './set-up-frame.tsx'

export type FirstRunStep = 'mode' | 'practice' | 'defaults' | 'protect' | 'clients'

export type FirstRunFrameProps = {
  readonly mode: PracticeMode
  readonly step: FirstRunStep
  readonly back?: BackAction | undefined
  readonly primary?: PrimaryAction | undefined
  /** The mapper takes the whole width. */
  readonly width?: 'column' | 'full'
  readonly onSample?: (() => void) | undefined
  readonly onFolder?: (() => void) | undefined
  readonly onRestore?: (() => void) | undefined
  readonly children: ReactNode
}

const stepsOf = (mode: PracticeMode): readonly FirstRunStep[] =>
  mode === 'solo' ? ['mode', 'practice', 'protect'] : ['mode', 'practice', 'defaults', 'protect', 'clients']

export const FirstRunFrame = ({
  mode,
  step,
  back,
  primary,
  width = 'column',
  onSample,
  onFolder,
  onRestore,
  children,
}: FirstRunFrameProps) => {
  const { t } = useTranslation('firstRun')
  const ids = stepsOf(mode)
  const current = ids.indexOf(step)
  const steps = ids.map((id, index) => ({
    id,
    label: id === 'practice' && mode === 'solo' ? t('steps.organization') : t(`steps.${id}`),
    state: index < current ? ('done' as const) : index === current ? ('current' as const) : ('ahead' as const),
  }))
  return (
    <SetUpFrame
      railLabel={t('steps.label')}
      steps={<StepRail label={t('steps.list')} steps={steps} done={t('steps.done')} />}
      ways={
        <>
          {onSample && (
            <WizardWay
              icon={<IconCompass size={16} stroke={1.6} aria-hidden />}
              label={t('sample.link')}
              onChoose={onSample}
            />
          )}
          {onFolder && <FolderWay onChoose={onFolder} />}
          {onRestore && <RestoreWay onChoose={onRestore} />}
        </>
      }
      back={back}
      note={t('steps.progress', { step: current + 1, steps: ids.length })}
      primary={primary}
      width={width}
    >
      {children}
    </SetUpFrame>
  )
}
