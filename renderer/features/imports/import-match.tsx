/** The mapper: columns of the file beside what becomes of its rows, and the rows themselves below. */
import { Checkbox, FileButton } from '@mantine/core'
import { IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReadImport } from '#api/client-import.ts'
import { useFormats } from '../clients/use-formats.ts'
import css from './import-match.module.css'
import { ImportResult } from './import-result.tsx'
import { ImportRows } from './import-rows.tsx'
import { MappingTable } from './mapping-table.tsx'
import type { ClientImport } from './use-import.ts'
import type { ImportPreviewState } from './use-import-preview.ts'

export type ImportMatchProps = {
  readonly list: ClientImport
  readonly read: ReadImport
  readonly preview: ImportPreviewState
}

export const ImportMatch = ({ list, read, preview }: ImportMatchProps) => (
  <>
    <FileLine list={list} read={read} />
    <div className={css.columns}>
      <section className={css.mapping}>
        <MappingTable columns={read.columns} mapping={list.mapping} onField={list.setField} />
      </section>
      <ImportResult preview={preview} duplicates={list.duplicates} onDuplicates={list.setDuplicates} />
    </div>
    {preview.counts !== undefined && <ImportRows preview={preview} />}
  </>
)

const FileLine = ({ list, read }: Pick<ImportMatchProps, 'list' | 'read'>) => {
  const { t } = useTranslation('imports')
  const formats = useFormats()
  const Icon = read.kind === 'csv' ? IconFileTypeCsv : IconFileTypeXls
  return (
    <div className={css.file}>
      <Icon size={18} stroke={1.6} aria-hidden className={css.icon} />
      <span className={css.name}>
        {t('match.summary', {
          name: read.fileName,
          rows: t('match.rows', { count: read.rows, formatted: formats.number(read.rows) }),
          columns: t('match.columns', { count: read.columns.length, formatted: formats.number(read.columns.length) }),
        })}
        {read.sheet !== null && <span className={css.meta}>{t('match.sheet', { sheet: read.sheet })}</span>}
      </span>
      <FileButton accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv" onChange={(chosen) => chosen && list.choose(chosen)}>
        {(props) => (
          <button type="button" className={css.link} {...props}>
            {t('file.chooseAnother')}
          </button>
        )}
      </FileButton>
      <Checkbox
        className={css.header}
        label={t('match.header')}
        checked={read.header}
        onChange={(event) => list.setHeader(event.currentTarget.checked)}
      />
      {read.isRemembered && <span className={css.meta}>{t('match.remembered')}</span>}
    </div>
  )
}
