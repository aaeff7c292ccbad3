/** At the foot of the rail: the way to a backup. */
import { IconRestore } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { WizardWay } from '#renderer/components/wizard/wizard-frame.tsx'

export const RestoreWay = ({ onChoose }: { readonly onChoose: () => void }) => {
  const { t } = useTranslation('restore')
  return <WizardWay icon={<IconRestore size={16} stroke={1.6} aria-hidden />} label={t('link')} onChoose={onChoose} />
}
