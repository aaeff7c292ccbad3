/** Before the engine has answered: nothing for a moment, then words. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './opening.module.css'

/** Milliseconds in which an empty screen is calmer than a message. */
const quietFor = 1000

export const Opening = () => {
  const { t } = useTranslation()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), quietFor)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className={classes['opening']} aria-busy="true">
      {isSlow ? <p role="status">{t('opening')}</p> : null}
    </main>
  )
}
