/** Says that the folder of last time is not there, so that an empty one is not taken for lost data. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '#renderer/components/states/failure.tsx'
import { useFolder, useHostAbilities } from './use-folder.ts'

export const MissingFolder = () => {
  const { t } = useTranslation('folder')
  const { missingFolder } = useHostAbilities()
  const { move } = useFolder()
  if (missingFolder === null) return null
  return (
    <Failure
      message={t('missing.title', { path: missingFolder })}
      safe={t('missing.safe')}
      action={move.error === null ? t('missing.action') : `${move.error.message} ${move.error.action ?? ''}`}
    >
      <Button variant="default" onClick={() => move.mutate(missingFolder)}>
        {t('missing.again')}
      </Button>
    </Failure>
  )
}
