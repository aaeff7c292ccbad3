/** In the settings: where the data is, shown in the file manager where there is one, and the way to another folder. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingGroup } from '../settings/setting-group.tsx'
import css from '../settings/settings.module.css'
import { OpenFolderDialog } from './open-folder-dialog.tsx'
import { useHostAbilities, useShowFolder } from './use-folder.ts'

export type FolderGroupProps = { readonly title: string; readonly text: string; readonly dataDir: string | undefined }

export const FolderGroup = ({ title, text, dataDir }: FolderGroupProps) => {
  const { t } = useTranslation('folder')
  const { canMove, canShow } = useHostAbilities()
  const show = useShowFolder()
  const [isOpening, setOpening] = useState(false)
  return (
    <SettingGroup title={title} text={text}>
      <div className={css.path}>{dataDir}</div>
      {canMove || canShow ? (
        <div className={css.actions}>
          {canShow && (
            <Button variant="default" onClick={() => show.mutate()}>
              {t('show')}
            </Button>
          )}
          {canMove && (
            <Button variant="default" onClick={() => setOpening(true)}>
              {t('another')}
            </Button>
          )}
        </div>
      ) : null}
      {isOpening && <OpenFolderDialog isOpen onClose={() => setOpening(false)} />}
    </SettingGroup>
  )
}
