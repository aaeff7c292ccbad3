/** Chooses what the list is narrowed to; each choice takes effect at once. */
import { Button, Popover } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ClientFilterValue } from '#api/engine.ts'
import type { ClientsSearch } from '#renderer/app/routes.tsx'
import { SelectField, type SelectOption } from '#renderer/components/fields/select-field.tsx'
import { riskBands } from '#renderer/components/risk/band.ts'
import { noOwner, setFilters, viewOf } from './clients-query.ts'
import css from './filter-popover.module.css'
import { useClientFilterValues, usePractice } from './use-clients.ts'

export type FilterPopoverProps = {
  readonly search: ClientsSearch
  readonly onFilter: (change: ClientsSearch) => void
}

export const FilterPopover = ({ search, onFilter }: FilterPopoverProps) => {
  const { t } = useTranslation('clients')
  const count = setFilters(search).filter((key) => key !== 'search').length
  return (
    <Popover position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter size={15} stroke={1.6} aria-hidden />}>
          {count === 0 ? t('filter.button') : t('filter.buttonActive', { count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.bar')}>
        <FilterFields search={search} onFilter={onFilter} />
      </Popover.Dropdown>
    </Popover>
  )
}

const tiers = ['now', 'soon', 'watch', 'none'] as const

const FilterFields = ({ search, onFilter }: FilterPopoverProps) => {
  const { t } = useTranslation('clients')
  const values = useClientFilterValues().data
  const members = usePractice().data?.members ?? []
  const counted = (counts: readonly ClientFilterValue[] | undefined, chosen: string | undefined) =>
    withChosen(
      (counts ?? []).map(({ value, count }) => ({ value, label: t('filter.option', { value, count }) })),
      chosen,
    )
  const owners = members.map(({ id, name }) => ({ value: id, label: name ?? id }))
  return (
    <div className={css.fields}>
      <FilterSelect
        label={t('filter.band')}
        value={search.band}
        onChange={(band) => onFilter({ band })}
        options={riskBands.map((band) => ({ value: band, label: t(`bands.${band}`) }))}
      />
      {viewOf(search) !== 'attention' && (
        <FilterSelect
          label={t('filter.attention')}
          value={search.attention}
          onChange={(attention) => onFilter({ attention })}
          options={tiers.map((tier) => ({ value: tier, label: t(`tiers.${tier}`) }))}
        />
      )}
      <FilterSelect
        label={t('filter.industry')}
        value={search.industry}
        onChange={(industry) => onFilter({ industry })}
        options={counted(values?.industries, search.industry)}
      />
      <FilterSelect
        label={t('filter.owner')}
        value={search.owner}
        onChange={(owner) => onFilter({ owner })}
        options={[...owners, { value: noOwner, label: t('filter.noOwner') }]}
      />
      <FilterSelect
        label={t('filter.tag')}
        value={search.tag}
        onChange={(tag) => onFilter({ tag })}
        options={counted(values?.tags, search.tag)}
      />
    </div>
  )
}

type FilterSelectProps<Value extends string> = {
  readonly label: string
  readonly value: Value | undefined
  readonly onChange: (value: Value | undefined) => void
  readonly options: readonly SelectOption<Value>[]
}

const FilterSelect = <Value extends string>(props: FilterSelectProps<Value>) => {
  const { t } = useTranslation('clients')
  return (
    <SelectField
      {...props}
      clearable
      placeholder={t('filter.any')}
      nothingFound={t('filter.nothingFound')}
      // Its list belongs to the popover: a press in it is not one outside.
      input={{ comboboxProps: { withinPortal: false } }}
    />
  )
}

/** A value from the address that no client has any more can still be seen and taken away. */
const withChosen = (
  options: readonly SelectOption<string>[],
  chosen: string | undefined,
): readonly SelectOption<string>[] =>
  chosen === undefined || options.some(({ value }) => value === chosen)
    ? options
    : [{ value: chosen, label: chosen }, ...options]
