/**
 * The allow-list of imports: which folder may import what. A file outside every layer is itself an error, so a new
 * folder has to be named here first.
 */

export type Layer = {
  /** With a closing slash. The longest folder that fits a file is its layer. */
  readonly folder: string
  /** Folders beside its own, or "any". */
  readonly folders: readonly string[] | 'any'
  /** Folders of which only types may be imported. */
  readonly typeFolders?: readonly string[]
  /** Package names; `@scope/*` allows a scope. "any" still wants them listed in package.json. */
  readonly packages: readonly string[] | 'any'
  /** Node's built-in modules. */
  readonly node: boolean
  /** Without import.meta, which tells where the code runs. */
  readonly pure?: boolean
  /** Ships with the product: its packages must be `dependencies`, not `devDependencies`. */
  readonly ships: boolean
}

const hosts = ['shared/domain/', 'shared/api/', 'shared/engine/', 'shared/hosting/']
const renderer = {
  folders: [
    'renderer/',
    'shared/domain/entities/',
    'shared/domain/permissions/',
    'shared/domain/catalog/',
    'shared/domain/defaults/',
    'shared/domain/scoring/',
    'shared/domain/attention/',
    'shared/domain/search/',
    'shared/domain/mutations/',
    'shared/domain/result.ts',
    'shared/api/rpc/',
    'shared/api/queries.ts',
    'shared/api/preferences.ts',
    // A job that failed brings the error alone; the words are the api's.
    'shared/api/errors.ts',
    'shared/api/errors/',
  ],
  typeFolders: ['shared/api/'],
  packages: [
    'react',
    'react-dom',
    '@mantine/*',
    '@tanstack/*',
    '@tabler/icons-react',
    '@fontsource-variable/inter',
    '@fontsource/ibm-plex-mono',
    'i18next',
    'react-i18next',
    '@trpc/client',
    'zod',
    'zustand',
  ],
  node: false,
  ships: true,
} satisfies Partial<Layer>
const replica = {
  folders: ['shared/protocol/', 'shared/domain/'],
  packages: [],
  node: true,
  ships: true,
} satisfies Partial<Layer>
const development = { folders: 'any', packages: 'any', node: true, ships: false } satisfies Partial<Layer>

const layers: readonly Layer[] = [
  { folder: 'shared/domain/', folders: [], packages: ['zod', 'yjs'], node: false, pure: true, ships: true },
  { folder: 'shared/protocol/', folders: ['shared/domain/'], packages: [], node: false, pure: true, ships: true },
  { folder: 'shared/api/', folders: ['shared/domain/'], packages: ['zod', '@trpc/server'], node: false, ships: true },
  {
    folder: 'shared/api/rpc/',
    folders: ['shared/domain/', 'shared/api/'],
    packages: ['zod', '@trpc/server', '@trpc/client', '@msgpack/msgpack'],
    node: false,
    ships: true,
  },
  {
    folder: 'shared/engine/',
    folders: ['shared/domain/', 'shared/protocol/', 'shared/api/'],
    packages: ['better-sqlite3', 'kysely', 'yjs', 'zod', 'uuid', 'csv-parse', 'exceljs', 'saxes', 'yauzl', 'yazl'],
    node: true,
    ships: true,
  },
  {
    folder: 'shared/hosting/',
    folders: ['shared/domain/', 'shared/api/', 'shared/engine/'],
    packages: ['ws', '@msgpack/msgpack', 'env-paths'],
    node: true,
    ships: true,
  },
  {
    folder: 'shared/testing/',
    folders: [...hosts, 'shared/protocol/'],
    packages: ['fast-check', 'vitest', 'yjs', 'zod', '@trpc/server', '@trpc/client'],
    node: true,
    ships: false,
  },
  { folder: 'cli/', folders: hosts, packages: ['commander', 'env-paths'], node: true, ships: true },
  { folder: 'electron/', folders: hosts, packages: ['env-paths'], node: true, ships: true },
  {
    folder: 'electron/main/',
    // Its menu speaks of the page's commands in the page's words.
    folders: [...hosts, 'electron/', 'renderer/commands/command-texts.ts'],
    packages: ['electron'],
    node: true,
    ships: true,
  },
  { folder: 'electron/preload/', folders: [], packages: ['electron'], node: false, ships: true },
  // Never in a packaged build: it may look for the browsers of the machine as the tests do, and build the page.
  {
    folder: 'electron/browser-window/',
    folders: [...hosts, 'electron/', 'build/scripts/find-chromium.ts', 'build/scripts/build-page.ts'],
    packages: [],
    node: true,
    ships: true,
  },
  // Never in a packaged build either: it finds and fetches Electron, and builds the app for it.
  {
    folder: 'electron/start/',
    folders: [
      ...hosts,
      'electron/',
      'build/scripts/build-desktop.ts',
      'build/scripts/fetch-electron.ts',
      'build/scripts/find-electron.ts',
    ],
    packages: [],
    node: true,
    ships: true,
  },
  { folder: 'renderer/', ...renderer },
  // A page for those who build the components: it has a bundler of its own and ships with nothing.
  {
    folder: 'renderer/gallery/',
    ...renderer,
    packages: [...renderer.packages, 'vite', '@vitejs/plugin-react'],
    node: true,
    ships: false,
  },
  { folder: 'renderer/features/notes/', ...renderer, packages: [...renderer.packages, '@tiptap/*', 'yjs'] },
  {
    folder: 'sync-server/',
    folders: ['shared/domain/', 'shared/protocol/', 'shared/api/', 'shared/engine/'],
    packages: [],
    node: true,
    ships: true,
  },
  { folder: 'sync-server/relay/', ...replica },
  { folder: 'sync-server/access/', ...replica },
  { folder: 'sync-server/accounts/', ...replica },
  { folder: 'sync-server/store/', ...replica },
  {
    folder: 'sync-server/auditor-portal/',
    folders: ['shared/domain/', 'shared/api/', 'shared/engine/'],
    packages: [],
    node: true,
    ships: true,
  },
  { folder: 'build/', ...development },
  { folder: 'build/bootstrap/', folders: [], packages: [], node: true, ships: true },
  { folder: 'bench/', ...development },
  { folder: 'e2e/', ...development },
]

/** Vitest, the linter and the bundlers want their configuration in the root. */
const isRootConfiguration = (file: string): boolean => /^[a-z.-]+\.config\.[cm]?[jt]s$/.test(file)

/** Part of every desktop app that is built with it, so that nothing has to be installed. */
export const isGivenByRuntime = (packageName: string): boolean => packageName === 'electron'

export const layerOf = (file: string): Layer | undefined => {
  if (isRootConfiguration(file)) return { folder: '', ...development }
  return layers
    .filter((layer) => file.startsWith(layer.folder))
    .toSorted((left, right) => right.folder.length - left.folder.length)[0]
}

/** What a test may import beyond its layer: tests run on Node, whatever their subject runs on. */
export const testAllowance = {
  folders: ['shared/testing/'],
  packages: ['vitest', 'fast-check'],
} as const

/** A test against the real machine may also drive a browser and find the tools of the machine. */
export const peerTestAllowance = {
  folders: ['shared/testing/', 'build/scripts/'],
  packages: ['vitest', 'fast-check', '@playwright/test', '@axe-core/playwright'],
} as const
