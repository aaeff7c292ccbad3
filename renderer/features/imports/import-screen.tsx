/** A list of any shape becomes clients, and nothing of it is dropped silently: the import as a page of the portal. */
import { Button, Tooltip } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { ImportBody } from './import-body.tsx'
import { useImport, type ClientImport } from './use-import.ts'
import { useImportAction } from './use-import-action.ts'
import { useImportPreview, type ImportPreviewState } from './use-import-preview.ts'

export const ImportScreen = () => {
  const { t } = useTranslation('imports')
  const list = useImport()
  const { step } = list
  const preview = useImportPreview(step.at === 'match' ? step.read.importId : undefined, list.mapping, list.duplicates)
  return (
    <Page
      header={
        <Header
          title={step.at === 'match' ? t('match.title') : t('title')}
          actions={<ImportActions list={list} preview={preview} />}
        />
      }
    >
      <ImportBody list={list} preview={preview} canLeave />
    </Page>
  )
}

const ImportActions = ({ list, preview }: { readonly list: ClientImport; readonly preview: ImportPreviewState }) => {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const { label, blocked } = useImportAction(preview)
  const leave = (): void => void navigate({ to: '/clients' })
  switch (list.step.at) {
    case 'running':
      return null
    case 'done':
      return (
        <>
          <Button variant="default" onClick={list.reset}>
            {t('done.again')}
          </Button>
          <Button onClick={leave}>{t('done.open')}</Button>
        </>
      )
    case 'match':
      return (
        <>
          <Button variant="default" onClick={leave}>
            {t('cancel')}
          </Button>
          <Tooltip label={blocked} disabled={blocked === undefined}>
            <Button
              aria-disabled={blocked !== undefined || undefined}
              data-disabled={blocked !== undefined}
              onClick={() => blocked === undefined && list.start()}
            >
              {label}
            </Button>
          </Tooltip>
        </>
      )
    default:
      return (
        <Button variant="default" onClick={leave}>
          {t('cancel')}
        </Button>
      )
  }
}
