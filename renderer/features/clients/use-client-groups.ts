/** The groups of the Clients list in words, and which of them are folded. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientGroup, ClientGroupKey } from '#api/queries.ts'
import type { ListGroup } from '#renderer/components/table/list-items.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import type { ClientFilter } from './clients-query.ts'
import { useOwnerName } from './use-clients.ts'
import { useFormats } from './use-formats.ts'

export type ClientGroups = {
  /** Undefined where the list is not grouped, or the groups are still on their way. */
  readonly groups: readonly ListGroup[] | undefined
  readonly folded: ReadonlySet<string>
  readonly onFoldedChange: (folded: ReadonlySet<string>) => void
}

export const useClientGroups = ({ sort: _sort, groupBy, ...filter }: ClientFilter): ClientGroups => {
  const rpc = useRpc()
  const words = useGroupWords()
  const { data } = useQuery({
    queryKey: ['clients', 'groups', filter, groupBy],
    queryFn: async () =>
      groupBy === undefined ? null : { groupBy, groups: await rpc.clients.groups.query({ ...filter, groupBy }) },
    // Under another filter the heads change with the rows, not before them.
    placeholderData: keepPreviousData,
  })
  const [held, setHeld] = useState<{ readonly by: ClientGroupKey | undefined; readonly ids: ReadonlySet<string> }>()
  const groups = useMemo(
    () =>
      data === null || data === undefined || data.groupBy !== groupBy
        ? undefined
        : data.groups.map((group) => words(data.groupBy, group)),
    [data, groupBy, words],
  )
  return {
    groups,
    folded: held?.by === groupBy ? (held?.ids ?? nothingFolded) : nothingFolded,
    onFoldedChange: (ids) => setHeld({ by: groupBy, ids }),
  }
}

const nothingFolded: ReadonlySet<string> = new Set()

const useGroupWords = (): ((by: ClientGroupKey, group: ClientGroup) => ListGroup) => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const ownerName = useOwnerName()
  return useMemo(() => {
    const labelOf = (by: ClientGroupKey, value: string | null): string => {
      if (value === null) return by === 'owner' ? t('filter.noOwner') : t('group.none')
      if (by === 'owner') return ownerName(value) ?? t('group.formerMember')
      if (by === 'status') return t(`status.${value as 'client' | 'prospect'}`)
      if (by === 'band') return t(`bands.${value as 'unknown'}`)
      if (by === 'attention') return t(`tiers.${value as 'none'}`)
      return value
    }
    return (by, { value, count, now, averageScore }) => {
      const notes = [
        ...(averageScore === null
          ? []
          : [t('group.averageScore', { score: formats.number(Math.round(averageScore)) })]),
        ...(now === 0 ? [] : [t('group.now', { count: now, formatted: formats.number(now) })]),
      ]
      return {
        id: value ?? 'none of them',
        label: labelOf(by, value),
        count,
        note: notes.length === 0 ? undefined : notes.join(' · '),
      }
    }
  }, [t, formats, ownerName])
}
