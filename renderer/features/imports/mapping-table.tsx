/** The columns of the file, each with its first values and the field that it goes to. */
import { Select } from '@mantine/core'
import { IconArrowRight, IconSelector } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportColumn, ImportMapping } from '#api/client-import.ts'
import { clientFields, type ClientField } from '#domain/catalog/client-columns.ts'
import css from './mapping-table.module.css'

export type MappingTableProps = {
  readonly columns: readonly ImportColumn[]
  readonly mapping: ImportMapping
  readonly onField: (column: number, field: ClientField | undefined) => void
}

const none = 'none'
/** A list of more columns shows those that hold something, up to so many. */
const mostAtFirst = 40

export const MappingTable = ({ columns, mapping, onField }: MappingTableProps) => {
  const { t } = useTranslation('imports')
  const [showsAll, setShowsAll] = useState(false)
  const fieldsByColumn = new Map(Object.entries(mapping).map(([field, column]) => [column, field as ClientField]))
  const shown = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index, examples }, place) => {
      if (showsAll || columns.length <= mostAtFirst || fieldsByColumn.has(index)) return true
      return examples.length > 0 && place < mostAtFirst
    })
  const options = [
    { value: none, label: t('match.doNotImport') },
    ...clientFields.map((field) => ({ value: field, label: t(`fields.${field}`) })),
  ]
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.heading}>
              {t('match.column')}
            </th>
            <th scope="col">{t('match.example')}</th>
            <th className={css.arrow} aria-hidden />
            <th scope="col" className={css.field}>
              {t('match.goesTo')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ index, heading, examples }) => (
            <tr key={index} data-column={index}>
              <th scope="row" className={css.heading} title={heading}>
                {heading}
              </th>
              <td className={css.example} title={examples.join(', ')}>
                {examples.length === 0 ? (
                  <span className={css.nothing}>{t('match.nothing')}</span>
                ) : (
                  examples.join(', ')
                )}
              </td>
              <td className={css.arrow} aria-hidden>
                <IconArrowRight size={15} stroke={1.6} />
              </td>
              <td className={css.field}>
                <Select
                  aria-label={t('match.fieldOf', { column: heading })}
                  data={options}
                  value={fieldsByColumn.get(index) ?? none}
                  onChange={(value) =>
                    onField(
                      index,
                      clientFields.find((field) => field === value),
                    )
                  }
                  allowDeselect={false}
                  data-unused={!fieldsByColumn.has(index) || undefined}
                  classNames={{ input: css.select }}
                  rightSection={<IconSelector size={15} stroke={1.6} aria-hidden />}
                  rightSectionPointerEvents="none"
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < columns.length && (
        <button type="button" className={css.more} onClick={() => setShowsAll(true)}>
          {t('match.showAll', { count: columns.length })}
        </button>
      )}
    </>
  )
}
