/** Says once, when the engine has been away for longer than a restart takes, that it is gone and what to do. */
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isInDesktop } from '../rpc/desktop-bridge.ts'
import { useConnection } from '../rpc/rpc-context.tsx'
import css from './engine-gone.module.css'

/** Milliseconds. The desktop shell starts an engine that died again by itself. */
const patience = 4000

export const EngineGone = () => (useConnection().phase === 'lost' ? <GoneAfterPatience /> : null)

const GoneAfterPatience = () => {
  const { t } = useTranslation()
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setGone(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!isGone) return null
  return (
    <div className={css.bar} role="alert">
      <IconAlertTriangleFilled className={css.icon} size={16} aria-hidden />
      <p className={css.words}>
        <span className={css.title}>{t('gone.title')}</span> {t('gone.safe')}{' '}
        {t(isInDesktop() ? 'gone.action' : 'gone.actionBrowser')}
      </p>
    </div>
  )
}
