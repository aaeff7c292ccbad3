/** The columns of the Clients table. Those that can be sorted bear the engine's own sort keys. */
import type { TFunction } from 'i18next'
import type { ClientRow } from './client-row.ts'
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import { AttentionMark } from '#renderer/components/risk/attention-mark.tsx'
import { riskBands } from '#renderer/components/risk/band.ts'
import { RiskBadge } from '#renderer/components/risk/risk-badge.tsx'
import type { DataColumn } from '#renderer/components/table/table-columns.ts'
import css from './client-columns.module.css'
import type { Formats } from './use-formats.ts'

export type ClientColumnOptions = {
  readonly t: TFunction<'clients'>
  readonly formats: Formats
  readonly ownerName: (ownerId: string | null) => string | undefined
  /** Where the table is narrow, the columns one needs least wait in the menu. */
  readonly isNarrow: boolean
}

export const clientColumns = (options: ClientColumnOptions): readonly DataColumn<ClientRow>[] => {
  const { t, formats, ownerName, isNarrow } = options
  const words = { asc: t('sort.aToZ'), desc: t('sort.zToA') }
  const unknown = <span className={css.unknown}>{t('unknown')}</span>
  // Looked up once, not in each cell of each row that is scrolled by.
  const bandWords = wordsFor(riskBands, (band) => t(`bands.${band}`))
  const reasonWords = wordsFor(reasonIds, (reason) => t(`reasons.${reason}.label`))
  return [
    {
      id: 'name',
      label: t('columns.name'),
      width: 200,
      flexible: true,
      cell: ({ name }) => <ClientName name={name} />,
      text: ({ name }) => name,
      sort: words,
    },
    {
      id: 'score',
      label: t('columns.score'),
      width: 96,
      cell: ({ band, score }) => (
        <RiskBadge band={band} word={bandWords[band]} score={score === null ? undefined : formats.number(score)} />
      ),
      sort: { asc: t('sort.highestRisk'), desc: t('sort.lowestRisk') },
    },
    {
      id: 'attention',
      label: t('columns.attention'),
      width: 160,
      cell: ({ attention: [first, ...more] }) =>
        first === undefined ? null : (
          <AttentionMark
            tier={first.tier}
            reason={reasonWords[first.reason]}
            more={more.length === 0 ? undefined : t('moreReasons', { count: more.length })}
          />
        ),
      text: ({ attention }) => attention.map(({ reason }) => reasonWords[reason]).join(', '),
      sort: { asc: t('sort.mostUrgent'), desc: t('sort.leastUrgent') },
    },
    {
      // Out of sight while nothing works them out: a column of Unknown tells nobody anything.
      id: 'exposure',
      label: t('columns.exposure'),
      width: 172,
      figures: true,
      hiddenAtFirst: true,
      cell: ({ exposure }) => (exposure === null ? unknown : formats.money(exposure.mean)),
      text: ({ exposure }) =>
        exposure === null
          ? undefined
          : t('exposure', {
              mean: formats.money(exposure.mean),
              low: formats.money(exposure.low),
              high: formats.money(exposure.high),
            }),
      sort: { asc: t('sort.lowest'), desc: t('sort.highest'), first: 'desc' },
    },
    {
      id: 'coverage',
      label: t('columns.coverage'),
      width: 116,
      figures: true,
      hiddenAtFirst: true,
      cell: ({ coverage }) => (coverage === null ? unknown : formats.percent(coverage)),
      sort: { asc: t('sort.lowest'), desc: t('sort.highest'), first: 'asc' },
    },
    {
      id: 'status',
      label: t('columns.status'),
      width: 84,
      hiddenAtFirst: true,
      cell: ({ status }) => t(`status.${status}`),
      sort: words,
    },
    { id: 'industry', label: t('columns.industry'), width: 132, cell: ({ industry }) => industry, sort: words },
    {
      id: 'employees',
      label: t('columns.employees'),
      width: 80,
      align: 'end',
      figures: true,
      hiddenAtFirst: isNarrow,
      cell: ({ employees }) => (employees === null ? null : formats.number(employees)),
      sort: { asc: t('sort.fewest'), desc: t('sort.most'), first: 'desc' },
    },
    { id: 'owner', label: t('columns.owner'), width: 116, cell: ({ ownerId }) => ownerName(ownerId) },
    { id: 'tags', label: t('columns.tags'), width: 136, hiddenAtFirst: isNarrow, cell: ({ tags }) => tags.join(', ') },
    {
      id: 'location',
      label: t('columns.location'),
      width: 144,
      hiddenAtFirst: isNarrow,
      cell: placeOf,
      sort: words,
    },
    {
      id: 'nextAuditOn',
      label: t('columns.nextAuditOn'),
      width: 100,
      figures: true,
      cell: ({ nextAuditOn }) =>
        nextAuditOn === null ? null : <NextAudit day={nextAuditOn} formats={formats} t={t} />,
      sort: { asc: t('sort.soonest'), desc: t('sort.latest') },
    },
    {
      id: 'lastActivityAt',
      label: t('columns.lastActivityAt'),
      width: 92,
      figures: true,
      cell: ({ lastActivityAt }) => (lastActivityAt === null ? null : formats.since(lastActivityAt)),
      sort: { asc: t('sort.oldest'), desc: t('sort.newest'), first: 'desc' },
    },
  ]
}

export const ClientName = ({ name }: { readonly name: string }) => (
  <span className={css.client}>
    <Monogram name={name} kind="client" />
    <span className={css.name}>{name}</span>
  </span>
)

const wordsFor = <Id extends string>(ids: readonly Id[], wordOf: (id: Id) => string): Readonly<Record<Id, string>> =>
  Object.fromEntries(ids.map((id) => [id, wordOf(id)])) as Record<Id, string>

const reasonIds = ['damagedFile', 'missingFile', 'missingKey', 'newerFile', 'baselineIncomplete'] as const

/** Days are named from a month ahead on. */
const auditSoon = 30

export const NextAudit = ({
  day,
  formats,
  t,
}: { readonly day: string } & Pick<ClientColumnOptions, 'formats' | 't'>) => {
  const days = formats.daysUntil(day)
  return (
    <>
      {formats.day(day)}
      {days <= auditSoon && (
        <span className={css.left} data-overdue={days < 0 || undefined}>
          {days < 0 ? t('time.overdue') : days === 0 ? t('time.today') : t('time.daysLeft', { count: days })}
        </span>
      )}
    </>
  )
}

export const placeOf = ({ location, country }: Pick<ClientRow, 'location' | 'country'>): string | undefined => {
  const parts = [location, country].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? undefined : parts.join(', ')
}
