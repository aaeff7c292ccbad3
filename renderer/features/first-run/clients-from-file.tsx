/** A list from a CSV or Excel file as the last step of the first run: match its columns, watch it come in. */
import { useTranslation } from 'react-i18next'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { ImportBody } from '../imports/import-body.tsx'
import type { ClientImport } from '../imports/use-import.ts'
import { useImportAction } from '../imports/use-import-action.ts'
import { useImportPreview } from '../imports/use-import-preview.ts'
import { FirstRunFrame } from './first-run-frame.tsx'
import type { PrimaryAction } from './set-up-frame.tsx'

export type ClientsFromFileProps = {
  readonly list: ClientImport
  readonly onBack: () => void
  readonly onDone: () => void
}

export const ClientsFromFile = ({ list, onBack, onDone }: ClientsFromFileProps) => {
  const { t } = useTranslation('firstRun')
  const { t: imports } = useTranslation('imports')
  const { step } = list
  const preview = useImportPreview(step.at === 'match' ? step.read.importId : undefined, list.mapping, list.duplicates)
  const { label, blocked } = useImportAction(preview)
  const back = (): void => {
    if (step.at === 'file') onBack()
    else list.reset()
  }
  return (
    <FirstRunFrame
      mode="partner"
      step="clients"
      width={step.at === 'match' ? 'full' : 'column'}
      back={step.at === 'running' || step.at === 'reading' ? undefined : { label: t('back'), onBack: back }}
      primary={primary()}
    >
      <WizardTitle title={step.at === 'match' ? imports('match.title') : t('file.title')} />
      <ImportBody list={list} preview={preview} canLeave={false} />
    </FirstRunFrame>
  )

  function primary(): PrimaryAction | undefined {
    if (step.at === 'done') return { label: t('clients.open'), onAct: onDone, isLast: true }
    if (step.at !== 'match') return undefined
    return { label, isLast: true, isBusy: blocked !== undefined, onAct: () => blocked === undefined && list.start() }
  }
}
