/** An account that cannot be opened: what happened, what is safe, what to do. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../first-run/failure.tsx'
import { ScreenTitle } from '../first-run/screen-title.tsx'
import { UnlockFrame } from './unlock-frame.tsx'
import css from './unlock.module.css'

export type DamagedAccountProps = {
  readonly help: string
  readonly dataDir: string
  readonly choice: ReactNode
  readonly onCreate: () => void
}

export const DamagedAccount = ({ help, dataDir, choice, onCreate }: DamagedAccountProps) => {
  const { t } = useTranslation('unlock')
  return (
    <UnlockFrame dataDir={dataDir} onCreate={onCreate}>
      <ScreenTitle title={t('title')} help={help} takesFocus={choice === null} />
      <div className={css.form}>{choice}</div>
      <Failure message={t('damagedTitle')} safe={t('damagedSafe')} action={t('damagedAction')} />
    </UnlockFrame>
  )
}
