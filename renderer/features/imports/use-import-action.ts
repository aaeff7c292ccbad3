/** The words of the button that carries an import out: they say what will happen. */
import { useTranslation } from 'react-i18next'
import { useFormats } from '../clients/use-formats.ts'
import type { ImportPreviewState } from './use-import-preview.ts'

export type ImportAction = {
  readonly label: string
  /** Why it cannot be pressed. */
  readonly blocked: string | undefined
}

export const useImportAction = ({ counts, needsName, isStale }: ImportPreviewState): ImportAction => {
  const { t } = useTranslation('imports')
  const formats = useFormats()
  const added = counts?.add ?? 0
  const updated = counts?.update ?? 0
  const counted = (count: number) => ({ count, formatted: formats.number(count) })
  if (counts === undefined || isStale || added + updated === 0) {
    const isPending = counts === undefined || isStale
    const why = isPending ? t('result.working') : t('act.nothingWhy')
    return { label: t('act.nothing'), blocked: needsName ? t('match.nameMissing') : why }
  }
  if (updated === 0) return { label: t('act.add', counted(added)), blocked: undefined }
  if (added === 0) return { label: t('act.update', counted(updated)), blocked: undefined }
  const both = { added: formats.number(added), updated: formats.number(updated) }
  return { label: t('act.both', both), blocked: undefined }
}
