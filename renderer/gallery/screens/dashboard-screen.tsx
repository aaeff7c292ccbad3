/** Figures, a list of two-line rows, and a side column. */
import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { FigureStrip } from '#renderer/components/frame/figure-strip.tsx'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { Toolbar } from '#renderer/components/frame/toolbar.tsx'
import { ViewTabs } from '#renderer/components/frame/view-tabs.tsx'
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import { PanelSection } from '#renderer/components/panel/detail-panel.tsx'
import { riskBands } from '#renderer/components/risk/band.ts'
import { Delta } from '#renderer/components/risk/delta.tsx'
import { RiskBadge } from '#renderer/components/risk/risk-badge.tsx'
import { RiskGlyph } from '#renderer/components/risk/risk-glyph.tsx'
import { DataTable } from '#renderer/components/table/data-table.tsx'
import type { DataColumn } from '#renderer/components/table/table-columns.ts'
import { TwoLines } from '#renderer/components/table/two-lines.tsx'
import { sampleClients, type SampleClient } from '../sample-clients.ts'
import cells from './cells.module.css'
import { GalleryFrame } from './gallery-frame.tsx'

const clients = sampleClients(312)
const clientId = ({ id }: SampleClient): string => id

const columns: readonly DataColumn<SampleClient>[] = [
  { id: 'client', label: 'Client', width: 160, cell: ({ name }) => <strong className={cells.name}>{name}</strong> },
  {
    id: 'why',
    label: 'Why',
    width: 220,
    flexible: true,
    cell: ({ band, activity }) => (
      <TwoLines icon={<RiskGlyph band={band} />} title="6 tasks overdue" note={`Oldest: access review, ${activity}`} />
    ),
  },
  {
    id: 'due',
    label: 'Due',
    width: 72,
    figures: true,
    cell: ({ score }) => (score === undefined ? undefined : <span className={cells.due}>11 Nov</span>),
  },
  {
    id: 'owner',
    label: 'Owner',
    width: 24,
    narrow: true,
    cell: ({ owner }) => <Monogram name={owner} kind="person" alone />,
  },
  {
    id: 'action',
    label: 'Action',
    width: 88,
    narrow: true,
    align: 'end',
    cell: () => (
      <a href="#panel" tabIndex={-1}>
        Open tasks
      </a>
    ),
  },
]

export const DashboardScreen = () => {
  const [tab, setTab] = useState('next')
  const [since, setSince] = useState('week')
  return (
    <GalleryFrame current="dashboard">
      <Page
        layout="table"
        header={
          <Header
            title="Dashboard"
            aside="Monday 23 November 2026"
            actions={
              <>
                <SegmentedControl
                  aria-label="Change since"
                  value={since}
                  onChange={setSince}
                  data={[
                    { value: 'week', label: 'Last week' },
                    { value: 'month', label: 'Last month' },
                    { value: 'quarter', label: 'Last quarter' },
                  ]}
                />
                <Button variant="default">Portfolio report</Button>
              </>
            }
          />
        }
        strip={
          <FigureStrip
            label="The practice in figures"
            figures={[
              {
                id: 'clients',
                label: 'Clients',
                value: '503',
                note: (
                  <>
                    <Delta text="+3" effect="good" /> this week, 12 prospects
                  </>
                ),
                onOpen: () => undefined,
              },
              {
                id: 'score',
                label: 'Average posture score',
                value: '56.3',
                note: (
                  <>
                    <Delta text="+0.7" effect="good" /> over 465 scored clients
                  </>
                ),
              },
              {
                id: 'exposure',
                label: 'Total annual exposure (EAL)',
                value: '$66.4M',
                beside: '$54.7M – $79.9M',
                note: (
                  <>
                    <Delta text="−1.9%" effect="good" /> mean; range is 5–95%
                  </>
                ),
              },
              {
                id: 'attention',
                label: 'Clients needing attention',
                value: '152',
                note: (
                  <>
                    <Delta text="+6" effect="bad" /> since last Monday
                  </>
                ),
                onOpen: () => undefined,
              },
            ]}
          />
        }
        toolbar={
          <Toolbar
            label="What to do"
            start={
              <ViewTabs
                label="Lists"
                tabs={[
                  { id: 'next', label: 'Next actions', count: '312' },
                  { id: 'attention', label: 'Needs attention', count: '152' },
                  { id: 'worse', label: 'Got worse', count: '18' },
                ]}
                value={tab}
                onChange={setTab}
              />
            }
            end="Severity × deadline"
          />
        }
        side={{
          label: 'Supporting figures',
          content: (
            <>
              <PanelSection
                title="Risk distribution"
                action={<span className="type-label quiet">bands by posture score</span>}
              >
                <div className={cells.dots}>
                  {riskBands.map((band, index) => (
                    <Fragmented key={band} band={band} count={String(7 + index * 48)} />
                  ))}
                </div>
              </PanelSection>
              <PanelSection title="Portfolio health">68% of controls have accepted evidence.</PanelSection>
            </>
          ),
        }}
      >
        <DataTable
          columns={columns}
          rows={clients}
          rowId={clientId}
          lines={2}
          texts={{
            label: 'Next actions',
            selectAll: 'Select all',
            selectRow: 'Select',
            resize: 'Drag to change the width',
          }}
          onOpen={() => undefined}
        />
      </Page>
    </GalleryFrame>
  )
}

const Fragmented = ({ band, count }: { readonly band: (typeof riskBands)[number]; readonly count: string }) => (
  <>
    <RiskBadge band={band} word={`${band.slice(0, 1).toUpperCase()}${band.slice(1)}`} />
    <span className="figures">{count}</span>
    <Delta text="+2" effect={band === 'low' ? 'good' : 'bad'} />
  </>
)
