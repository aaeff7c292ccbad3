/** The frame of the portal: its sidebar is the practice's, or that of the client who is open; the frame itself never changes. */
import { Outlet, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AppFrame } from '../components/frame/app-frame.tsx'
import { useCommandLayer } from './commands/use-command-layer.tsx'
import { ClientSidebar } from './client-sidebar.tsx'
import { LockWarning } from './lock-warning.tsx'
import { PracticeSidebar } from './practice-sidebar.tsx'
import { SoloSidebar } from './solo-sidebar.tsx'
import { useJobNotices } from '../features/jobs/use-job-notices.ts'
import { usePractice } from '../features/clients/use-clients.ts'
import { useSoloWorkspace } from './use-solo-workspace.ts'
import { PortalStatusBar } from './status-bar.tsx'
import { useAppliedPreferences } from '../features/settings/use-preferences.ts'
import { Toasts } from '../components/feedback/toasts.tsx'
import { Announcer } from '../components/feedback/announcer.tsx'
import { KeptWords } from '../components/fields/record-scope.tsx'
import { useAutoLock } from './use-auto-lock.ts'
import { useSidebar } from '../state/sidebar.ts'

export const PortalFrame = () => {
  const { t } = useTranslation()
  const { clientId } = useParams({ strict: false })
  const { collapsed } = useSidebar()
  const soloId = useSoloWorkspace()
  const isSolo = usePractice().data?.practice.mode === 'solo'
  const commands = useCommandLayer({ isSolo, clientId })
  useJobNotices()
  const secondsLeft = useAutoLock(useAppliedPreferences().autoLockMinutes)
  return (
    <KeptWords words={t('keptWords')}>
      <AppFrame
        labels={{ navigation: t('navigation'), skipToContent: t('skipToContent') }}
        collapsed={collapsed}
        sidebar={
          soloId !== undefined ? (
            <SoloSidebar clientId={soloId} onSearch={commands.openPalette} />
          ) : clientId === undefined ? (
            <PracticeSidebar onSearch={commands.openPalette} />
          ) : (
            <ClientSidebar clientId={clientId} onSearch={commands.openPalette} />
          )
        }
        status={<PortalStatusBar />}
      >
        <Outlet />
      </AppFrame>
      {commands.overlays}
      {secondsLeft === undefined ? null : <LockWarning secondsLeft={secondsLeft} />}
      <Toasts />
      <Announcer />
    </KeptWords>
  )
}
