/** The addresses of the portal and of a client's workspace. They hold ids, never a client's name. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { z } from 'zod'
import { NotFound } from './not-found.tsx'
import { PortalFrame } from './portal-frame.tsx'

const root = createRootRoute({ component: PortalFrame, notFoundComponent: NotFound })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => redirect({ to: '/dashboard', replace: true, throw: true }),
})
const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/dashboard',
  component: lazyRouteComponent(() => import('../features/dashboard/dashboard-screen.tsx'), 'DashboardScreen'),
})

/** What the Clients list shows, so that a figure elsewhere can open its rows. */
const clientsSearch = z.object({
  view: z.enum(['all', 'attention', 'prospects', 'archived']).optional().catch(undefined),
  attention: z.enum(['now', 'soon', 'watch', 'none']).optional().catch(undefined),
  band: z.enum(['critical', 'high', 'moderate', 'low', 'unknown']).optional().catch(undefined),
  industry: z.string().max(200).optional().catch(undefined),
  owner: z.string().max(60).optional().catch(undefined),
  tag: z.string().max(200).optional().catch(undefined),
  search: z.string().max(200).optional().catch(undefined),
  standing: z.enum(['highRisk', 'healthy']).optional().catch(undefined),
  group: z.enum(['owner', 'industry', 'status', 'band', 'attention']).optional().catch(undefined),
  /** The saved view that these come from. */
  saved: z.uuid().optional().catch(undefined),
})
export type ClientsSearch = z.infer<typeof clientsSearch>

const clients = createRoute({
  getParentRoute: () => root,
  path: '/clients',
  validateSearch: clientsSearch,
  component: lazyRouteComponent(() => import('../features/clients/clients-screen.tsx'), 'ClientsScreen'),
})
const importClients = createRoute({
  getParentRoute: () => root,
  path: '/clients/import',
  component: lazyRouteComponent(() => import('../features/imports/import-screen.tsx'), 'ImportScreen'),
})
const client = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId',
  component: lazyRouteComponent(() => import('../features/client/client-frame.tsx'), 'ClientFrame'),
})
const clientOverview = createRoute({
  getParentRoute: () => client,
  path: '/',
  component: lazyRouteComponent(() => import('../features/client/client-overview.tsx'), 'ClientOverview'),
})
const clientActivity = createRoute({
  getParentRoute: () => client,
  path: '/activity',
  component: lazyRouteComponent(() => import('../features/client/client-activity.tsx'), 'ClientActivity'),
})
const clientNotes = createRoute({
  getParentRoute: () => client,
  path: '/notes',
  component: lazyRouteComponent(() => import('../features/notes/notes-screen.tsx'), 'NotesScreen'),
})
/** Shows itself in the screen of the notes, beside their list. */
const clientNote = createRoute({ getParentRoute: () => clientNotes, path: '/$noteId' })
const clientSettings = createRoute({
  getParentRoute: () => client,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/client/client-settings.tsx'), 'ClientSettings'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: z.object({ section: z.string().max(40).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
})

const routeTree = root.addChildren([
  home,
  dashboard,
  clients,
  importClients,
  client.addChildren([clientOverview, clientNotes.addChildren([clientNote]), clientActivity, clientSettings]),
  settings,
])

export const createAppRouter = () =>
  createRouter({ routeTree, history: createHashHistory(), defaultPreload: 'intent', defaultPendingMs: 150 })

declare module '@tanstack/react-router' {
  // Only an interface can be added to.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
