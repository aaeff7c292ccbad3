/** The columns of the gallery's list of clients. */
import { writeDay } from '#renderer/region/written-date.ts'
import { Delta } from '#renderer/components/risk/delta.tsx'
import { ExposureCell } from '#renderer/components/risk/exposure-cell.tsx'
import { RiskBadge } from '#renderer/components/risk/risk-badge.tsx'
import type { DataColumn } from '#renderer/components/table/table-columns.ts'
import type { SampleClient } from '../sample-clients.ts'
import cells from './cells.module.css'

const words = { critical: 'Critical', high: 'High', moderate: 'Moderate', low: 'Low', unknown: 'Unknown' } as const
const byNumber = { asc: 'lowest first', desc: 'highest first' } as const
const byText = { asc: 'A to Z', desc: 'Z to A' } as const
const scale = { from: 1000, to: 5_000_000 }

export const clientColumns: readonly DataColumn<SampleClient>[] = [
  {
    id: 'name',
    label: 'Client',
    width: 168,
    flexible: true,
    cell: ({ name }) => name,
    sort: byText,
    sortValue: ({ name }) => name,
  },
  {
    id: 'risk',
    label: 'Risk',
    width: 88,
    cell: ({ band }) => <RiskBadge band={band} word={words[band]} />,
    sort: { ...byNumber, first: 'desc' },
    sortValue: ({ score }) => (score === undefined ? undefined : 100 - score),
  },
  {
    id: 'score',
    label: 'Score',
    width: 64,
    align: 'end',
    figures: true,
    cell: ({ score, change }) =>
      score === undefined ? undefined : (
        <span className={cells.score}>
          <strong>{score}</strong>
          <span className={cells.change}>
            {change !== undefined && change !== 0 && (
              <Delta text={change > 0 ? `+${change}` : `−${-change}`} effect={change > 0 ? 'good' : 'bad'} />
            )}
          </span>
        </span>
      ),
    sort: { ...byNumber, first: 'desc' },
    sortValue: ({ score }) => score,
  },
  {
    id: 'exposure',
    label: 'Annual exposure, 5–95%',
    width: 168,
    align: 'end',
    cell: ({ exposure }) =>
      exposure === undefined ? undefined : (
        <ExposureCell
          scale={scale}
          exposure={{
            mean: exposure,
            low: exposure / 30,
            high: exposure * 3,
            words: `$${Math.round(exposure / 1000)}k`,
            spoken: `mean ${exposure} dollars, 5 to 95% ${Math.round(exposure / 30)} to ${exposure * 3} dollars`,
          }}
        />
      ),
    sort: { ...byNumber, first: 'desc' },
    sortValue: ({ exposure }) => exposure,
  },
  {
    id: 'coverage',
    label: 'CSF 2.0',
    width: 64,
    align: 'end',
    figures: true,
    cell: ({ coverage }) => (coverage === undefined ? undefined : `${coverage}%`),
    sort: { ...byNumber, first: 'desc' },
    sortValue: ({ coverage }) => coverage,
  },
  {
    id: 'audit',
    label: 'Next audit',
    width: 96,
    figures: true,
    cell: ({ nextAudit }) => nextAudit && writeDay(nextAudit, 'en-GB'),
    sort: { asc: 'soonest first', desc: 'latest first' },
    sortValue: ({ nextAudit }) => nextAudit,
  },
  {
    id: 'owner',
    label: 'Owner',
    width: 104,
    cell: ({ owner }) => owner,
    sort: byText,
    sortValue: ({ owner }) => owner,
  },
  { id: 'activity', label: 'Last activity', width: 88, cell: ({ activity }) => activity },
]
