/** A list that holds nothing yet. */
import { Button } from '@mantine/core'
import { IconCompass, IconFileImport, IconFileZip, IconPlus } from '@tabler/icons-react'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { EmptyState, EmptyStateWay } from '#renderer/components/states/empty-state.tsx'
import { GalleryFrame } from './gallery-frame.tsx'

export const EmptyScreen = () => (
  <GalleryFrame current="empty">
    <Page layout="table" header={<Header title="Clients" aside="0" />}>
      <EmptyState
        title="No clients yet"
        text="Each client gets its own encrypted workspace with its own score, controls, frameworks and evidence."
        actions={
          <>
            <Button leftSection={<IconPlus size={15} stroke={1.6} aria-hidden />}>Add client</Button>
            <Button variant="default" leftSection={<IconFileImport size={15} stroke={1.6} aria-hidden />}>
              Import CSV or XLSX
            </Button>
          </>
        }
        ways={
          <>
            <EmptyStateWay
              icon={<IconCompass size={16} stroke={1.6} aria-hidden />}
              label="Explore a sample practice"
              note="25 clients, removed with one click"
              onChoose={() => undefined}
            />
            <EmptyStateWay
              icon={<IconFileZip size={16} stroke={1.6} aria-hidden />}
              label="Restore from a backup"
              note="a .securatlas file or folder"
              onChoose={() => undefined}
            />
          </>
        }
      />
    </Page>
  </GalleryFrame>
)
