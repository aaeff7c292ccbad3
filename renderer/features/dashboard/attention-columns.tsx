/** The columns of the clients that need attention. */
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { ClientRow } from '../clients/client-row.ts'
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import { RiskGlyph } from '#renderer/components/risk/risk-glyph.tsx'
import type { DataColumn } from '#renderer/components/table/table-columns.ts'
import { ClientName, NextAudit } from '../clients/client-columns.tsx'
import type { Formats } from '../clients/use-formats.ts'
import css from './attention-list.module.css'

export type AttentionColumnOptions = {
  readonly t: TFunction<'dashboard'>
  readonly clientWords: TFunction<'clients'>
  readonly formats: Formats
  readonly ownerName: (ownerId: string | null) => string | undefined
  /** Room for the whole sentence of a reason. */
  readonly isWide: boolean
}

export const attentionColumns = (options: AttentionColumnOptions): readonly DataColumn<ClientRow>[] => {
  const { t, clientWords, formats, ownerName, isWide } = options
  return [
    {
      id: 'name',
      label: t('list.client'),
      width: 152,
      flexible: true,
      cell: ({ name }) => <ClientName name={name} />,
      text: ({ name }) => name,
    },
    {
      id: 'why',
      label: t('list.why'),
      width: isWide ? 440 : 264,
      cell: ({ attention }) => <Why attention={attention} words={clientWords} />,
      text: ({ attention }) => attention.map(({ reason }) => clientWords(`reasons.${reason}.text`)).join(' '),
    },
    {
      id: 'nextAudit',
      label: t('list.nextAudit'),
      width: 92,
      figures: true,
      cell: ({ nextAuditOn }) =>
        nextAuditOn === null ? null : <NextAudit day={nextAuditOn} formats={formats} t={clientWords} />,
    },
    {
      id: 'owner',
      label: t('list.owner'),
      width: 24,
      narrow: true,
      cell: ({ ownerId }) => {
        const owner = ownerName(ownerId)
        return owner === undefined ? null : <Monogram name={owner} kind="person" alone />
      },
    },
    {
      id: 'open',
      label: t('list.openColumn'),
      width: 40,
      align: 'end',
      narrow: true,
      // Enter on the row does the same, so that the list stays one tab stop.
      cell: ({ id }) => (
        <Link className={css.open} to="/clients/$clientId" params={{ clientId: id }} tabIndex={-1}>
          {t('list.open')}
        </Link>
      ),
    },
  ]
}

const bands = { now: 'critical', soon: 'high', watch: 'moderate' } as const

type WhyProps = { readonly attention: ClientRow['attention']; readonly words: TFunction<'clients'> }

const Why = ({ attention, words }: WhyProps) => {
  const [first, ...more] = attention
  if (first === undefined) return null
  return (
    <span className={css.why}>
      <RiskGlyph band={bands[first.tier]} />
      <span className={css.reason}>
        {words(`reasons.${first.reason}.label`)} {more.length > 0 && words('moreReasons', { count: more.length })}
      </span>
      <span className={css.text}>
        {first.reason === 'baselineIncomplete'
          ? words(`reasons.${first.reason}.text`)
          : words(`reasons.${first.reason}.fix`)}
      </span>
    </span>
  )
}
