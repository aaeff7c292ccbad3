/** What became of an import: who came in, what was refused and why; and the way back. */
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '#api/client-import.ts'
import { useFormats } from '../clients/use-formats.ts'
import { refusedRowsCsv } from './refused-rows-csv.ts'
import { saveBlob } from '#renderer/components/feedback/save-blob.ts'
import css from './import-outcome.module.css'
import { ImportTitle } from './import-title.tsx'
import { NamedRows } from './named-rows.tsx'
import { useUndoImport } from './use-undo-import.ts'

export type ImportOutcomeProps = {
  readonly outcome: ImportOutcome
  readonly jobId: string
  readonly fileName: string
}

export const ImportOutcomeView = ({ outcome, jobId, fileName }: ImportOutcomeProps) => {
  const { t } = useTranslation('imports')
  const formats = useFormats()
  const undoing = useUndoImport(jobId)
  const counted = (count: number) => ({ count, formatted: formats.number(count) })
  if (undoing.report !== undefined) {
    const { undone, kept } = undoing.report
    return (
      <>
        <ImportTitle title={t('undone.title')} help={t('undone.text', counted(undone))} />
        {kept.length > 0 && (
          <NamedRows
            title={t('undone.kept', counted(kept.length))}
            first={t('rows.client')}
            second={t('done.reason')}
            rows={kept.map(({ name, reason }) => [name, reason])}
          />
        )}
      </>
    )
  }
  const { refused, added, updated } = outcome
  const save = (): void => saveBlob(refusedRowsCsv(refused, [t('rows.row'), t('done.reason')]), t('rows.saveName'))
  return (
    <>
      <ImportTitle title={titleOf()} help={helpOf()} />
      {added + updated > 0 && (
        <Button
          variant="default"
          className={css.undo ?? ''}
          leftSection={<IconArrowBackUp size={15} stroke={1.6} aria-hidden />}
          onClick={undoing.undo}
          loading={undoing.isRunning}
        >
          {t('done.undo')}
        </Button>
      )}
      {refused.length > 0 && (
        <NamedRows
          title={t('done.refused', counted(refused.length))}
          first={t('rows.row')}
          second={t('done.reason')}
          rows={refused.map(({ line, reason }) => [String(line), reason])}
          action={
            <Button variant="subtle" leftSection={<IconDownload size={15} stroke={1.6} aria-hidden />} onClick={save}>
              {t('rows.save')}
            </Button>
          }
        />
      )}
    </>
  )

  function titleOf(): string {
    const words = [
      added > 0 ? t('done.added', counted(added)) : undefined,
      updated > 0 ? t('done.updated', counted(updated)) : undefined,
    ].filter((part) => part !== undefined)
    return words.length === 0 ? t('done.nothing') : words.join(', ')
  }
  function helpOf(): string {
    const { unchanged, skipped } = outcome
    return [
      t('done.from', { name: fileName }),
      ...(unchanged > 0 ? [t('done.unchanged', counted(unchanged))] : []),
      ...(skipped > 0 ? [t('done.skipped', counted(skipped))] : []),
      ...(refused.length === 0 ? [t('done.allGood')] : []),
    ].join(' ')
  }
}
