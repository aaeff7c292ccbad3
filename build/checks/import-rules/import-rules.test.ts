/** A planted violation for each rule of imports, and beside it the nearest import that is allowed. */
import { expect, test } from 'vitest'
import { judgeFile } from './judge-file.ts'

const files = new Set([
  'shared/domain/result.ts',
  'shared/domain/entities/client.ts',
  'shared/domain/permissions/can.ts',
  'shared/domain/catalog/labels.ts',
  'shared/domain/mutations/mutation.ts',
  'shared/domain/scoring/bands.ts',
  'shared/domain/attention/attention-reasons.ts',
  'shared/domain/document/record-key.ts',
  'shared/api/queries.ts',
  'shared/protocol/frame.ts',
  'shared/api/router.ts',
  'shared/api/rpc/port-link.ts',
  'shared/engine/ports.ts',
  'shared/hosting/local-socket.ts',
  'shared/testing/fake-clock.ts',
  'cli/index.ts',
  'electron/browser-window/index.ts',
  'renderer/app/root.tsx',
  'renderer/components/panel.module.css',
  'sync-server/access/decide.ts',
  'build/scripts/find-chromium.ts',
])

const manifest = {
  imports: Object.fromEntries([
    ...['domain', 'protocol', 'api', 'engine', 'hosting', 'testing'].map((name) => [
      `#${name}/*`,
      `./shared/${name}/*`,
    ]),
    ...['cli', 'electron', 'renderer', 'sync-server', 'build'].map((name) => [`#${name}/*`, `./${name}/*`]),
  ]) as Record<string, string>,
  dependencies: Object.fromEntries(
    [
      ...['zod', 'yjs', '@trpc/server', '@trpc/client', 'better-sqlite3', 'kysely', 'uuid', 'csv-parse', 'exceljs'],
      ...[
        'ws',
        '@msgpack/msgpack',
        'commander',
        'env-paths',
        'react',
        '@mantine/core',
        'i18next',
        '@fontsource/ibm-plex-mono',
      ],
    ].map((name) => [name, '1.0.0']),
  ),
  devDependencies: {
    vitest: '1.0.0',
    'fast-check': '1.0.0',
    '@playwright/test': '1.0.0',
    knip: '1.0.0',
    vite: '1.0.0',
    zustand: '1.0.0',
    electron: '1.0.0',
  },
}

const judge = (file: string, text: string): readonly string[] =>
  judgeFile(file, text, { manifest, hasFile: (path) => files.has(path) })

const bare = (specifier: string): string => `import '${specifier}'\n`

/** Folder, what it may import, what it must not. */
const table: readonly (readonly [folder: string, allowed: readonly string[], refused: readonly string[]])[] = [
  ['shared/domain/', ['zod', 'yjs', '#domain/result.ts'], ['#protocol/frame.ts', '#api/router.ts', 'node:fs', 'uuid']],
  ['shared/protocol/', ['#domain/result.ts'], ['#api/router.ts', '#engine/ports.ts', 'zod', 'node:fs', 'ws']],
  ['shared/api/', ['#domain/result.ts', 'zod', '@trpc/server'], ['#engine/ports.ts', '@trpc/client', 'node:fs', 'yjs']],
  ['shared/api/rpc/', ['#api/router.ts', '@trpc/client', '@trpc/server/rpc'], ['#engine/ports.ts', 'node:net', 'ws']],
  [
    'shared/engine/',
    ['#domain/result.ts', '#protocol/frame.ts', '#api/router.ts', 'better-sqlite3', 'csv-parse/sync', 'node:fs'],
    ['#hosting/local-socket.ts', '#cli/index.ts', '#electron/browser-window/index.ts', 'react', 'ws', 'commander'],
  ],
  [
    'shared/hosting/',
    ['#domain/result.ts', '#api/rpc/port-link.ts', '#engine/ports.ts', 'ws', '@msgpack/msgpack', 'node:net'],
    ['#cli/index.ts', '#electron/browser-window/index.ts', '#testing/fake-clock.ts', 'better-sqlite3', 'vitest'],
  ],
  [
    'shared/testing/',
    ['#engine/ports.ts', '#hosting/local-socket.ts', 'fast-check', 'vitest'],
    ['#cli/index.ts', 'knip'],
  ],
  [
    'cli/',
    ['#engine/ports.ts', '#hosting/local-socket.ts', 'commander', 'node:fs'],
    ['better-sqlite3', 'yjs', 'vitest'],
  ],
  [
    'electron/',
    ['#engine/ports.ts', '#hosting/local-socket.ts', 'env-paths', 'node:fs'],
    ['#cli/index.ts', 'better-sqlite3', 'electron'],
  ],
  ['electron/engine-process/', ['#engine/ports.ts', '#hosting/local-socket.ts'], ['electron', 'better-sqlite3']],
  ['electron/main/', ['#hosting/local-socket.ts', 'electron', 'node:fs'], ['better-sqlite3', 'vite']],
  ['electron/preload/', ['electron'], ['node:fs', '#api/router.ts', 'zod']],
  [
    'renderer/features/clients/',
    [
      '#domain/entities/client.ts',
      '#domain/permissions/can.ts',
      '#domain/catalog/labels.ts',
      '#domain/mutations/mutation.ts',
      '#domain/scoring/bands.ts',
      '#domain/attention/attention-reasons.ts',
      '#domain/result.ts',
      '#api/rpc/port-link.ts',
      '#api/queries.ts',
      '#renderer/components/panel.module.css',
      'react',
      'i18next',
      '@fontsource/ibm-plex-mono/400.css',
    ],
    [
      '#domain/document/record-key.ts',
      '#engine/ports.ts',
      '#hosting/local-socket.ts',
      '#api/router.ts',
      'node:fs',
      'yjs',
      '@trpc/server',
      '@msgpack/msgpack',
      'vite',
    ],
  ],
  ['renderer/components/', ['#domain/result.ts', 'react'], ['yjs', '#engine/ports.ts', '#api/router.ts', 'node:fs']],
  ['renderer/gallery/', ['vite', 'node:url', '#renderer/app/root.tsx'], ['yjs', '#engine/ports.ts', 'knip']],
  ['renderer/features/notes/', ['yjs', '@mantine/core', '#renderer/app/root.tsx'], ['#engine/ports.ts', 'node:fs']],
  [
    'sync-server/relay/',
    ['#protocol/frame.ts', '#domain/result.ts', 'node:crypto'],
    ['#engine/ports.ts', '#api/router.ts'],
  ],
  ['sync-server/access/', ['#protocol/frame.ts'], ['#engine/ports.ts', '#api/router.ts']],
  ['sync-server/accounts/', ['#domain/result.ts'], ['#engine/ports.ts', '#api/router.ts']],
  ['sync-server/store/', ['#protocol/frame.ts'], ['#engine/ports.ts', '#api/router.ts']],
  [
    'sync-server/auditor-portal/',
    ['#engine/ports.ts', '#api/router.ts'],
    ['#protocol/frame.ts', '#hosting/local-socket.ts'],
  ],
  ['build/bootstrap/', ['node:fs'], ['zod', '#domain/result.ts', 'knip']],
  ['build/checks/', ['knip', '#cli/index.ts', '#engine/ports.ts'], ['left-pad']],
  ['bench/', ['better-sqlite3', '#engine/ports.ts'], ['left-pad']],
  ['e2e/', ['@playwright/test', '#cli/index.ts'], ['left-pad']],
]

test.for(table)('[CHECK-2] %s imports what its allow-list names', ([folder, allowed]) => {
  expect(allowed.flatMap((specifier) => judge(`${folder}x.ts`, bare(specifier)))).toEqual([])
})

test.for(table)('[CHECK-2] %s imports nothing else', ([folder, , refused]) => {
  for (const specifier of refused) {
    expect(judge(`${folder}x.ts`, bare(specifier)), `${folder} imports ${specifier}`).toHaveLength(1)
  }
})

test.for([
  `import { a } from 'ws'`,
  `import 'ws'`,
  `import type { A } from 'ws'`,
  `export { a } from 'ws'`,
  `export * from 'ws'`,
  `export type { A } from 'ws'`,
  `const a = await import('ws')`,
  `type A = import('ws').A`,
  `const a = require('ws')`,
])('[CHECK-2] no form of import escapes: %s', (text) => {
  expect(judge('shared/engine/x.ts', text)).toEqual([
    'shared/engine/x.ts:1: ws is not among the packages of shared/engine/',
  ])
})

test('[CHECK-2] tests may import the test tools, Node and the fakes, and nothing else beyond their layer', () => {
  const tools = ['vitest', 'fast-check', '#testing/fake-clock.ts', 'node:os'].map(bare).join('')
  expect(judge('shared/domain/x.test.ts', tools)).toEqual([])
  expect(judge('shared/domain/x.ts', tools)).toHaveLength(4)
  expect(judge('shared/domain/x.test.ts', bare('#engine/ports.ts'))).toHaveLength(1)
  expect(judge('shared/hosting/x.peer.test.ts', bare('#build/scripts/find-chromium.ts'))).toEqual([])
  expect(judge('shared/hosting/x.test.ts', bare('#build/scripts/find-chromium.ts'))).toHaveLength(1)
})

test.for(['lib/x.ts', 'shared/x.ts', 'shared/common/x.ts', 'x.ts', 'scripts/x.mjs'])(
  '[CHECK-1] %s lies in no layer and is refused',
  (file) => {
    expect(judge(file, 'export const a = 1\n')).toEqual([expect.stringContaining('belongs to no layer')])
  },
)

test('[CHECK-1] the configuration files of tools may lie in the root', () => {
  expect(judge('vitest.config.ts', bare('vitest'))).toEqual([])
})

test('[CHECK-3] what may be imported as a type only is refused as a value', () => {
  expect(judge('renderer/rpc/x.ts', `import type { Router } from '#api/router.ts'`)).toEqual([])
  expect(judge('renderer/rpc/x.ts', `import { router } from '#api/router.ts'`)).toEqual([
    expect.stringContaining('as a type only'),
  ])
  // An inline `type` leaves a bare import behind, which loads the module.
  expect(judge('renderer/rpc/x.ts', `import { type Router } from '#api/router.ts'`)).toHaveLength(1)
})

test.for([
  '#domain/missing.ts',
  '#domain/result',
  '#nowhere/x.ts',
  './missing.ts',
  '../ports',
  'left-pad',
  'node:nothing',
  'fs',
])('[CHECK-4] %s leads nowhere and is refused', (specifier) => {
  expect(judge('shared/engine/log/x.ts', bare(specifier))).toEqual([expect.stringContaining('leads nowhere')])
})

test('[CHECK-4] the file of a worker thread has to exist', () => {
  const start = (name: string): string => `new Worker(new URL('./${name}', import.meta.url))`
  expect(judge('shared/engine/x.ts', start('ports.ts'))).toEqual([])
  expect(judge('shared/engine/x.ts', start('missing-worker.ts'))).toEqual([expect.stringContaining('leads nowhere')])
})

test('[CHECK-4] a file that cannot be parsed is refused', () => {
  expect(judge('shared/domain/x.ts', 'const = 1')).toEqual([expect.stringContaining('cannot be parsed')])
})

test('[CHECK-5] a relative import climbs at most one folder', () => {
  expect(judge('shared/engine/log/x.ts', bare('../ports.ts'))).toEqual([])
  expect(judge('shared/engine/log/deep/x.ts', bare('../../ports.ts'))).toEqual([expect.stringContaining('climbs')])
})

test('[CHECK-5] a relative import stays in its layer', () => {
  expect(judge('shared/engine/x.ts', bare('../domain/result.ts'))).toEqual([
    expect.stringContaining('leaves its layer'),
  ])
})

test('[CHECK-6] a computed import is refused in what ships with the product', () => {
  expect(judge('shared/engine/x.ts', 'await import(name)')).toEqual([expect.stringContaining('computed')])
  expect(judge('build/scripts/x.ts', 'await import(name)')).toEqual([])
})

test('[CHECK-7] what ships with the product imports no devDependency', () => {
  expect(judge('renderer/app/x.ts', bare('zustand'))).toEqual([expect.stringContaining('only a devDependency')])
})

test('[CHECK-8] a pure layer does not ask where it runs', () => {
  const text = 'export const here = import.meta.url\n'
  expect(judge('shared/domain/x.ts', text)).toEqual([expect.stringContaining('import.meta')])
  expect(judge('shared/protocol/x.ts', text)).toHaveLength(1)
  expect(judge('shared/engine/x.ts', text)).toEqual([])
})
