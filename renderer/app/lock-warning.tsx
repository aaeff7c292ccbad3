/** The last minute before the account locks itself: any input keeps it open. */
import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../components/feedback/announcer.tsx'
import css from './lock-warning.module.css'

export const LockWarning = ({ secondsLeft }: { readonly secondsLeft: number }) => {
  const { t } = useTranslation()
  useEffect(() => announce(t('lockWarning.said'), 'assertive'), [t])
  return (
    <section className={css.bar} aria-label={t('lockWarning.label')}>
      <IconLock className={css.icon} size={16} stroke={1.6} aria-hidden />
      <p className={css.words}>
        <span className={css.title}>{t('lockWarning.title', { seconds: secondsLeft })}</span> {t('lockWarning.safe')}
      </p>
      {/* The click is input by itself, so there is nothing left to do. */}
      <Button variant="default" onClick={() => undefined}>
        {t('lockWarning.stay')}
      </Button>
    </section>
  )
}
