/** The recovery key, shown once: read it, copy it, print it. */
import { Button } from '@mantine/core'
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeMode } from '#domain/entities/practice.ts'
import { FirstRunFrame } from './first-run-frame.tsx'
import css from './recovery-key.module.css'
import { ScreenTitle } from './screen-title.tsx'

export type RecoveryKeyProps = {
  readonly mode: PracticeMode
  readonly practiceName: string
  /** Nine groups, with dashes between them. */
  readonly recoveryKey: string
  readonly onNext: () => void
}

export const RecoveryKey = ({ mode, practiceName, recoveryKey, onNext }: RecoveryKeyProps) => {
  const { t, i18n } = useTranslation('firstRun')
  const [copy, setCopy] = useState<'none' | 'copied' | 'failed'>('none')
  const copyKey = (): void =>
    void navigator.clipboard.writeText(recoveryKey).then(
      () => setCopy('copied'),
      () => setCopy('failed'),
    )
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date())
  return (
    <FirstRunFrame mode={mode} step="protect" primary={{ label: t('recovery.kept'), onAct: onNext }}>
      <div className={css.screenOnly}>
        <ScreenTitle title={t('recovery.title')} help={t('recovery.help')} takesFocus />
      </div>
      <header className={css.printOnly}>
        <p className={css.printTitle}>{t('recovery.printTitle')}</p>
        <p>{t('recovery.printOf', { name: practiceName, date })}</p>
        <p>{t('recovery.printKeep')}</p>
      </header>
      <ol className={css.groups} aria-label={t('recovery.keyLabel')}>
        {recoveryKey.split('-').map((group, index) => (
          // The nine places are the groups' identity; two of them may read the same.
          <li key={index} className={css.group}>
            <span className={css.number} aria-hidden>{index + 1}</span>
            <span className={css.text}>{group}</span>
          </li>
        ))}
      </ol>
      <div className={css.actions}>
        <Button
          variant="default"
          leftSection={copy === 'copied' ? <IconCheck size={15} stroke={1.6} /> : <IconCopy size={15} stroke={1.6} />}
          onClick={copyKey}
        >
          {copy === 'copied' ? t('recovery.copied') : t('recovery.copy')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={15} stroke={1.6} />} onClick={() => window.print()}>
          {t('recovery.print')}
        </Button>
        <span className={css.state} role="status">
          {copy === 'failed' ? t('recovery.copyFailed') : ''}
        </span>
      </div>
      <p className={css.keep}>{t('recovery.keep')}</p>
    </FirstRunFrame>
  )
}
