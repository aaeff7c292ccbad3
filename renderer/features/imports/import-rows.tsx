/** The rows of the list, each with what becomes of it: those that are not simply added first, or all of them. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRow, RowFate } from '#api/client-import.ts'
import { ViewTabs } from '#renderer/components/frame/view-tabs.tsx'
import { StateIcon } from '#renderer/components/risk/state-mark.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { listWords } from '#renderer/region/list-words.ts'
import { useFormats } from '../clients/use-formats.ts'
import { useReportFailure } from '../clients/use-report-failure.ts'
import { saveBlob } from '#renderer/components/feedback/save-blob.ts'
import { fateTones, rowFates } from './import-fates.ts'
import css from './import-rows.module.css'
import { pageRows, useImportRows, type ImportPreviewState } from './use-import-preview.ts'

type Shown = 'remarks' | 'all'
const fatesShown: Readonly<Record<Shown, readonly RowFate[]>> = {
  remarks: ['refuse', 'skip', 'update', 'unchanged'],
  all: rowFates,
}
const remarkable: readonly RowFate[] = fatesShown.remarks

export const ImportRows = ({ preview: { query, counts } }: { readonly preview: ImportPreviewState }) => {
  const { t } = useTranslation('imports')
  const formats = useFormats()
  const [shown, setShown] = useState<Shown>('remarks')
  const { rows, total, isStale, showMore } = useImportRows(query, fatesShown[shown])
  const saving = useSaveRefused(query)
  if (counts === undefined) return null
  const remarks = remarkable.reduce((sum, fate) => sum + counts[fate], 0)
  const all = remarks + counts.add
  return (
    <section className={css.rows} aria-label={t('rows.label')}>
      <div className={css.bar}>
        <ViewTabs
          label={t('rows.label')}
          value={shown}
          onChange={setShown}
          tabs={[
            { id: 'remarks', label: t('rows.remarks'), count: formats.number(remarks) },
            { id: 'all', label: t('rows.all'), count: formats.number(all) },
          ]}
        />
        {counts.refuse > 0 && (
          <Button variant="transparent" onClick={() => saving.mutate()} loading={saving.isPending}>
            {t('rows.save')}
          </Button>
        )}
      </div>
      {total === 0 ? (
        <p className={css.none}>{t(counts.add === all ? 'rows.none' : 'rows.noneToTell')}</p>
      ) : (
        <RowsTable rows={rows} isStale={isStale} />
      )}
      {rows.length < total && (
        <button type="button" className={css.more} onClick={showMore}>
          {t('rows.more', { count: Math.min(pageRows, total - rows.length) })}
        </button>
      )}
    </section>
  )
}

const RowsTable = ({ rows, isStale }: { readonly rows: readonly ImportRow[]; readonly isStale: boolean }) => {
  const { t, i18n } = useTranslation('imports')
  const wordsOf = ({ fate, reason, fields }: ImportRow): string => {
    const list = listWords(
      fields.map((field) => t(`fields.${field}`)),
      i18n.language,
    )
    return t(`rows.${fate}`, { reason: lowerFirst(reason ?? ''), fields: list })
  }
  return (
    <table className={css.table} aria-busy={isStale}>
      <thead>
        <tr>
          <th scope="col" className={css.line}>
            {t('rows.row')}
          </th>
          <th className={css.mark} aria-hidden />
          <th scope="col" className={css.name}>
            {t('rows.client')}
          </th>
          <th scope="col">{t('rows.what')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.line}>
            <td className={css.line}>{row.line}</td>
            <td className={css.mark}>
              <StateIcon tone={fateTones[row.fate]} />
            </td>
            <td className={css.name} title={row.name}>
              {row.name === '' ? <span className={css.nameless}>{t('rows.noName')}</span> : row.name}
            </td>
            <td>{wordsOf(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/u, '')

const useSaveRefused = (query: ImportPreviewState['query']) => {
  const rpc = useRpc()
  const { t } = useTranslation('imports')
  return useMutation({
    mutationFn: async () => {
      const { bytes } = await rpc.imports.refusedRows.query(query)
      saveBlob(new Blob([new Uint8Array(bytes)], { type: 'text/csv;charset=utf-8' }), t('rows.saveName'))
    },
    onError: useReportFailure(),
  })
}
