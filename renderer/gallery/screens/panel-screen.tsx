/** A grouped table with a panel beside it. */
import { Button } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import { DetailPanel, Facts, PanelSection, PanelTitle } from '#renderer/components/panel/detail-panel.tsx'
import type { RiskBand } from '#renderer/components/risk/band.ts'
import { RiskBadge } from '#renderer/components/risk/risk-badge.tsx'
import { StateMark } from '#renderer/components/risk/state-mark.tsx'
import { DataTable } from '#renderer/components/table/data-table.tsx'
import type { DataColumn } from '#renderer/components/table/table-columns.ts'
import cells from './cells.module.css'
import { GalleryFrame } from './gallery-frame.tsx'

type Control = {
  readonly id: string
  readonly title: string
  readonly group: string
  readonly severity: RiskBand
  readonly done: boolean
  readonly owner: string | undefined
}

const groups = ['Identity and access', 'Backup and recovery', 'Vulnerabilities and patching', 'Logging and monitoring']
const titles = [
  'Access policy approved and reviewed',
  'Unique accounts for every person',
  'Restore tested twice a year',
  'Multi-factor sign-in for remote access',
]
const severities = ['moderate', 'high', 'critical', 'low'] as const

const controls: readonly Control[] = groups.flatMap((group, place) =>
  titles.map((title, index) => ({
    id: `${group.slice(0, 3).toUpperCase()}-0${index + 1}`,
    title,
    group,
    severity: severities[(place + index) % severities.length] ?? 'low',
    done: (place + index) % 3 !== 0,
    owner: (place * index) % 4 === 3 ? undefined : 'Priya Nair',
  })),
)

const columns: readonly DataColumn<Control>[] = [
  { id: 'id', label: 'Control', width: 64, cell: ({ id }) => id },
  { id: 'title', label: 'Title', width: 220, flexible: true, cell: ({ title }) => title },
  {
    id: 'status',
    label: 'Status',
    width: 104,
    cell: ({ done }) => (done ? 'Done' : <StateMark tone="error">Failing</StateMark>),
  },
  {
    id: 'severity',
    label: 'Sev.',
    width: 32,
    cell: ({ severity }) => <RiskBadge band={severity} word={severity} glyphOnly />,
  },
  {
    id: 'owner',
    label: 'Owner',
    width: 48,
    cell: ({ owner }) => (owner === undefined ? undefined : <Monogram name={owner} kind="person" alone />),
  },
]

const controlId = ({ id }: Control): string => id
const groupOf = ({ group }: Control): string => group

export const PanelScreen = () => {
  const [open, setOpen] = useState<string | undefined>('IDE-04')
  const place = controls.findIndex(({ id }) => id === open)
  const control = controls[place]
  const step = (by: number) =>
    controls[place + by] === undefined ? undefined : () => setOpen(controls[place + by]?.id)
  return (
    <GalleryFrame current="panel">
      <Page
        layout="table"
        header={
          <Header
            title="Controls"
            aside="142 applicable, 9 not applicable"
            actions={
              <>
                <Button variant="default" leftSection={<IconDownload size={15} stroke={1.6} aria-hidden />}>
                  Export
                </Button>
                <Button leftSection={<IconPlus size={15} stroke={1.6} aria-hidden />}>Add control</Button>
              </>
            }
          />
        }
        panel={
          control !== undefined && (
            <DetailPanel
              label={control.title}
              id={control.id}
              position={`${place + 1} of ${controls.length}`}
              texts={{
                previous: 'Previous',
                next: 'Next',
                fullPage: 'Open as a page',
                close: 'Close',
                resize: 'Width of the panel',
              }}
              onPrevious={step(-1)}
              onNext={step(1)}
              onFullPage={() => undefined}
              onClose={() => setOpen(undefined)}
            >
              <PanelTitle>{control.title}</PanelTitle>
              <PanelSection>
                <Facts
                  facts={[
                    { label: 'Status', value: control.done ? 'Done' : <StateMark tone="error">Failing</StateMark> },
                    { label: 'Severity', value: <RiskBadge band={control.severity} word="Critical" /> },
                    {
                      label: 'Owner',
                      value: (
                        <span className={cells.withGlyph}>
                          <Monogram name="Priya Nair" kind="person" /> Priya Nair
                        </span>
                      ),
                    },
                    { label: 'Due', value: '4 Dec 2026' },
                  ]}
                />
              </PanelSection>
              <PanelSection
                title="Evidence"
                aside="1 of 3 accepted"
                action={<Button variant="subtle">Add file</Button>}
              >
                MFA enrolment export, identity provider
              </PanelSection>
              <PanelSection title="Notes" aside="internal, never shown to auditors">
                Two service desk accounts still sign in to the gateway with a password only.
              </PanelSection>
            </DetailPanel>
          )
        }
      >
        <DataTable
          columns={columns}
          rows={controls}
          rowId={controlId}
          groupOf={groupOf}
          texts={{
            label: 'Controls',
            selectAll: 'Select all',
            selectRow: 'Select',
            resize: 'Drag to change the width',
          }}
          onOpen={setOpen}
          openId={open}
        />
      </Page>
    </GalleryFrame>
  )
}
