/** From the settings: the program moves to another data folder, and its accounts are unlocked next. */
import { Button } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { FolderFormFields } from './folder-form.tsx'
import { useFolderForm } from './use-folder-form.ts'

export type OpenFolderDialogProps = { readonly isOpen: boolean; readonly onClose: () => void }

export const OpenFolderDialog = ({ isOpen, onClose }: OpenFolderDialogProps) => {
  const { t } = useTranslation('folder')
  const id = useId()
  const form = useFolderForm()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('title')}
      width={640}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={id} aria-disabled={form.isBusy || undefined}>
            {form.action}
          </Button>
        </>
      }
    >
      <FolderFormFields form={form} id={id} label={t('title')} />
    </Dialog>
  )
}
