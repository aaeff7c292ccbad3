/** At the foot of the rail: the way to a data folder that exists already, where the program can move to it. */
import { IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { WizardWay } from '#renderer/components/wizard/wizard-frame.tsx'
import { useHostAbilities } from './use-folder.ts'

export const FolderWay = ({ onChoose }: { readonly onChoose: () => void }) => {
  const { t } = useTranslation('folder')
  const { canMove } = useHostAbilities()
  if (!canMove) return null
  return (
    <WizardWay icon={<IconFolderOpen size={16} stroke={1.6} aria-hidden />} label={t('link')} onChoose={onChoose} />
  )
}
