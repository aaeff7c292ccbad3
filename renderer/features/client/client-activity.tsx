/** Who changed what, when, on which device, from what to what. */
import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clientEntity } from '#domain/entities/client.ts'
import { SelectField } from '#renderer/components/fields/select-field.tsx'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { EmptyState } from '#renderer/components/states/empty-state.tsx'
import { usePractice, useClientRow } from '../clients/use-clients.ts'
import css from './client.module.css'
import { useClientCurrency } from './use-client-currency.ts'
import { useChangeWords } from './use-change-words.ts'
import { useActivity } from './use-client.ts'
import { useDates } from './use-dates.ts'

const pageSize = 100

type Filter = { readonly field?: string; readonly member?: string; readonly device?: string }

/** Those of the newest changes; a client that one device alone has changed needs no choice. */
const useDevices = (clientId: string): readonly string[] => {
  const { data } = useActivity(clientId, {}, pageSize)
  return [...new Set(data?.pages.flatMap(({ items }) => items.map(({ device }) => device)))].toSorted()
}

export const ClientActivity = () => {
  const { clientId } = useParams({ from: '/clients/$clientId' })
  const { t } = useTranslation('client')
  const words = useChangeWords()
  const members = usePractice().data?.members ?? []
  const { data: client } = useClientRow(clientId)
  const [filter, setFilter] = useState<Filter>({})
  const isFiltered = Object.keys(filter).length > 0
  const devices = useDevices(clientId)
  const activity = useActivity(clientId, filter, pageSize)
  const rows = activity.data?.pages.flatMap(({ items }) => items) ?? []
  const set = (key: keyof Filter, value: string | undefined): void => {
    const { [key]: _, ...rest } = filter
    setFilter(value === undefined ? rest : { ...rest, [key]: value })
  }
  return (
    <Page
      header={<Header title={t('activity.title')} aside={client?.name} />}
      toolbar={
        <div className={css.toolbar}>
          <SelectField
            label={t('activity.field')}
            placeholder={t('activity.allFields')}
            value={filter.field}
            onChange={(field) => set('field', field)}
            options={Object.keys(clientEntity.fields).map((value) => ({ value, label: words.field(value) }))}
            clearable
          />
          <SelectField
            label={t('activity.member')}
            placeholder={t('activity.allMembers')}
            value={filter.member}
            onChange={(member) => set('member', member)}
            options={members.map(({ id, name }) => ({ value: id, label: name ?? id }))}
            clearable
          />
          {devices.length > 1 || filter.device !== undefined ? (
            <SelectField
              label={t('activity.device')}
              placeholder={t('activity.allDevices')}
              value={filter.device}
              onChange={(device) => set('device', device)}
              options={devices.map((device) => ({ value: device, label: device }))}
              clearable
            />
          ) : null}
        </div>
      }
    >
      {activity.isSuccess && rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'activity.emptyFiltered' : 'activity.empty')} />
      ) : (
        <ActivityTable rows={rows} clientId={clientId} />
      )}
      {activity.hasNextPage ? (
        <Button variant="default" loading={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
          {t('activity.more')}
        </Button>
      ) : null}
    </Page>
  )
}

type ActivityRows = NonNullable<ReturnType<typeof useActivity>['data']>['pages'][number]['items']

const ActivityTable = ({ rows, clientId }: { readonly rows: ActivityRows; readonly clientId: string }) => {
  const { t } = useTranslation('client')
  const words = useChangeWords(useClientCurrency(clientId))
  const dates = useDates()
  const heads = ['when', 'who', 'what', 'from', 'to', 'device'] as const
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`activity.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.device}.${row.deviceSeq}`}>
            <td>{dates.moment(row.at)}</td>
            <td>{words.memberName(row.member)}</td>
            <td>{words.field(row.field)}</td>
            <td>{words.value(row.field, row.from)}</td>
            <td>{words.value(row.field, row.to)}</td>
            <td className={css.mono}>{row.device}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
