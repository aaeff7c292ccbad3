/** The frame of the lock: the data folder and another account at the foot of the rail. */
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { WizardWay } from '#renderer/components/wizard/wizard-frame.tsx'
import { FolderWay } from '../folder/folder-way.tsx'
import { SetUpFrame } from '../first-run/set-up-frame.tsx'
import css from './unlock.module.css'

export type UnlockFrameProps = {
  readonly dataDir: string
  readonly onCreate: () => void
  readonly onFolder: () => void
  readonly children: ReactNode
}

export const UnlockFrame = ({ dataDir, onCreate, onFolder, children }: UnlockFrameProps) => {
  const { t } = useTranslation('unlock')
  return (
    <SetUpFrame
      railLabel={t('rail')}
      ways={
        <>
          <WizardWay icon={<IconPlus size={16} stroke={1.6} aria-hidden />} label={t('create')} onChoose={onCreate} />
          <FolderWay onChoose={onFolder} />
          <dl className={css.folder}>
            <dt className={css.folderLabel}>{t('dataFolder')}</dt>
            <dd className={css.path}>{dataDir}</dd>
          </dl>
        </>
      }
    >
      {children}
    </SetUpFrame>
  )
}
