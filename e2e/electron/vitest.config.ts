/** The Electron lane: one app at a time, and nothing is written below the project. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  cacheDir: join(tmpdir(), 'securatlas-vitest'),
  test: {
    // The journeys are those of the browser window, and here they get their window from the desktop app.
    include: ['e2e/electron/**/*.electron.test.ts', 'e2e/journeys/**/*.peer.test.ts'],
    env: { SECURATLAS_JOURNEY_HOST: 'desktop' },
    pool: 'forks',
    fileParallelism: false,
    // The default lies in node_modules, and is cleared at the start even when it is not used.
    fsModuleCachePath: join(tmpdir(), 'securatlas-vitest', 'modules'),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 50 } },
    experimental: { viteModuleRunner: false, nodeLoader: false },
  },
})
