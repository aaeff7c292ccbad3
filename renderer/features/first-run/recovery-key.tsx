/** The recovery key, shown once: read it, copy it, print it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeMode } from '#domain/entities/practice.ts'
import { RecoveryKeyCard } from '#renderer/components/wizard/recovery-key-card.tsx'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import { FirstRunFrame } from './first-run-frame.tsx'
import css from './form.module.css'

export type RecoveryKeyProps = {
  readonly mode: PracticeMode
  readonly practiceName: string
  /** Nine groups, with dashes between them. */
  readonly recoveryKey: string
  readonly onNext: () => void
}

export const RecoveryKey = ({ mode, practiceName, recoveryKey, onNext }: RecoveryKeyProps) => {
  const { t } = useTranslation('firstRun')
  const { plainDay } = useRegionFormats()
  const [now] = useState(() => new Date())
  return (
    <FirstRunFrame mode={mode} step="protect" primary={{ label: t('recovery.kept'), onAct: onNext }}>
      <WizardTitle title={t('recovery.title')} help={t('recovery.help')} takesFocus />
      <RecoveryKeyCard
        recoveryKey={recoveryKey}
        texts={{
          label: t('recovery.keyLabel'),
          copy: t('recovery.copy'),
          copied: t('recovery.copied'),
          copyFailed: t('recovery.copyFailed'),
          print: t('recovery.print'),
          sheetTitle: t('recovery.printTitle'),
          sheetText: t('recovery.printText', { name: practiceName.trim(), date: plainDay(now) }),
        }}
      />
      <p className={css.after}>{t('recovery.keep')}</p>
    </FirstRunFrame>
  )
}
