/** The filters that are set, as chips to take away, and how many of the view's clients they leave. */
import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ClientsSearch } from '#renderer/app/routes.tsx'
import { noOwner, setFilters, type FilterKey } from './clients-query.ts'
import css from './filter-bar.module.css'
import { useOwnerName } from './use-clients.ts'

export type FilterBarProps = {
  readonly search: ClientsSearch
  readonly count: string
  readonly onFilter: (change: ClientsSearch) => void
  readonly onClear: () => void
}

export const FilterBar = ({ search, count, onFilter, onClear }: FilterBarProps) => {
  const { t } = useTranslation('clients')
  const words = useFilterWords(search)
  const keys = setFilters(search)
  if (keys.length === 0) return null
  return (
    <div className={css.bar} role="group" aria-label={t('filter.bar')}>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          className={css.chip}
          aria-label={t('filter.remove', { chip: words(key) })}
          onClick={() => onFilter({ [key]: undefined })}
        >
          <span className={css.words}>{words(key)}</span>
          <IconX size={14} stroke={1.6} aria-hidden />
        </button>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {t('filter.clear')}
      </Button>
      <span className={css.count} role="status">
        {count}
      </span>
    </div>
  )
}

const useFilterWords = (search: ClientsSearch): ((key: FilterKey) => string) => {
  const { t } = useTranslation('clients')
  const ownerName = useOwnerName()
  const valueOf = (key: FilterKey): string => {
    const { band, attention, owner, standing } = search
    if (key === 'standing' && standing !== undefined) return t(`summary.${standing}`)
    if (key === 'band' && band !== undefined) return t(`bands.${band}`)
    if (key === 'attention' && attention !== undefined) return t(`tiers.${attention}`)
    if (key === 'owner' && owner !== undefined)
      return owner === noOwner ? t('filter.noOwner') : (ownerName(owner) ?? owner)
    return search[key] ?? ''
  }
  return (key) =>
    key === 'search'
      ? t('filter.searchChip', { value: valueOf(key) })
      : t('filter.chip', { field: t(`filter.${key}`), value: valueOf(key) })
}
