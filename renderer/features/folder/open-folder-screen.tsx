/** Before the portal: opens a data folder that exists already. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { SetUpFrame } from '../first-run/set-up-frame.tsx'
import { FolderFormFields } from './folder-form.tsx'
import { useFolderForm } from './use-folder-form.ts'

export const OpenFolderScreen = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useTranslation('folder')
  const id = useId()
  const form = useFolderForm()
  return (
    <SetUpFrame
      railLabel={t('title')}
      back={form.isBusy ? undefined : { label: t('back'), onBack }}
      primary={{ label: form.action, form: id, isBusy: form.isBusy, isLast: true }}
    >
      <WizardTitle title={t('title')} help={t('help')} />
      <FolderFormFields form={form} id={id} label={t('title')} />
    </SetUpFrame>
  )
}
