/** A failure with its facts and the ways back. */
import { Button } from '@mantine/core'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { StateMark } from '#renderer/components/risk/state-mark.tsx'
import { ErrorState, FactBox, WayBack } from '#renderer/components/states/error-state.tsx'
import { GalleryFrame } from './gallery-frame.tsx'

export const DamagedScreen = () => (
  <GalleryFrame current="damaged">
    <Page layout="table" header={<Header title="Calder Foods" />}>
      <ErrorState
        title="This client’s file is damaged"
        safe="It failed a check when it was opened at 09:44, so it stays closed and nothing is written to it. Your other 502 clients are separate files and are fine."
        details={{ text: 'tenants/0192f3a1-8c4e.sqlite', copy: 'Copy details', copied: 'Copied' }}
      >
        <FactBox
          facts={[
            { label: 'Evidence files', value: <StateMark tone="ok">214 of 214 match their hashes</StateMark> },
            { label: 'Change log', value: <StateMark tone="ok">complete up to today 09:31</StateMark> },
            { label: 'Tables', value: <StateMark tone="error">2 of 31 unreadable: task, posture history</StateMark> },
          ]}
        />
        <WayBack
          title="Repair from the change log"
          mark="recommended"
          text="Rebuilds the two tables on a copy. Loses nothing. About 20 seconds."
          action={<Button>Repair</Button>}
        />
        <WayBack
          title="Restore a backup"
          text="22 Nov 2026 23:10, verified, 1.2 GB."
          action={<Button variant="default">Restore…</Button>}
        />
      </ErrorState>
    </Page>
  </GalleryFrame>
)
