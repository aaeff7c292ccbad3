/** The commands that the frame itself offers: where to go, undo, sidebar, lock. */
import { useNavigate, useRouter } from '@tanstack/react-router'
import { openClientCommands } from '#renderer/commands/command-catalog.ts'
import { useCommands, type CommandRuns } from '#renderer/commands/use-commands.ts'
import { openJobs } from '#renderer/features/jobs/jobs-view.ts'
import { toggleSidebar } from '#renderer/state/sidebar.ts'
import { useLeaveClient } from '../use-leave-client.ts'
import { useLock } from '../use-lock.ts'
import { useOpenClients } from '../use-open-clients.ts'
import { useUndo } from './use-undo.ts'

export type FrameCommandOptions = {
  readonly openPalette: () => void
  readonly openShortcuts: () => void
  /** A single organization has one workspace and no list of clients. */
  readonly isSolo: boolean
  /** The client whose workspace is shown. */
  readonly clientId: string | undefined
}

export const useFrameCommands = ({ openPalette, openShortcuts, isSolo, clientId }: FrameCommandOptions): void => {
  const navigate = useNavigate()
  const { history } = useRouter()
  const { undo, redo } = useUndo()
  const lock = useLock()
  const leaveClient = useLeaveClient()
  const { openClients } = useOpenClients()
  const goTo = (to: '/dashboard' | '/clients' | '/settings') => () => void navigate({ to })
  const inClient = (to: '/clients/$clientId' | '/clients/$clientId/activity' | '/clients/$clientId/settings') =>
    clientId === undefined ? undefined : () => void navigate({ to, params: { clientId } })
  useCommands({
    // Esc in a client leaves it when nothing that is open takes the key first, so that comes before all others here.
    leaveClient: isSolo || clientId === undefined ? undefined : leaveClient,
    dashboard: isSolo ? undefined : goTo('/dashboard'),
    clients: isSolo ? undefined : goTo('/clients'),
    settings: goTo('/settings'),
    preferences: goTo('/settings'),
    ...runsOfOpenClients(openClients, (id) => void navigate({ to: '/clients/$clientId', params: { clientId: id } })),
    clientOverview: inClient('/clients/$clientId'),
    clientActivity: inClient('/clients/$clientId/activity'),
    clientSettings: inClient('/clients/$clientId/settings'),
    undo,
    redo,
    back: () => history.back(),
    forward: () => history.forward(),
    palette: openPalette,
    sidebar: toggleSidebar,
    jobs: openJobs,
    shortcuts: openShortcuts,
    lock,
  })
}

const runsOfOpenClients = (clientIds: readonly string[], open: (clientId: string) => void): CommandRuns =>
  Object.fromEntries(
    clientIds.flatMap((id, at) => {
      const command = openClientCommands[at]
      return command === undefined ? [] : [[command, () => open(id)]]
    }),
  )
