/**
 * Two lanes of tests. Test files are loaded by Node itself (its own type stripping, no bundler in between), so
 * import.meta.url, worker threads and subpath imports behave in a test exactly as they do in the product.
 */
import { defineConfig } from 'vitest/config'

const roots = ['build', 'bench', 'cli', 'e2e', 'electron', 'renderer', 'shared', 'sync-server']
const testFiles = (ending: string): string[] => roots.map((root) => `${root}/**/*${ending}`)

const lane = (name: string, include: string[], exclude: string[]) => ({
  extends: true as const,
  test: { name, include, exclude },
})

export default defineConfig({
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    globals: false,
    outputFile: { json: 'node_modules/.cache/vitest/report.json' },
    experimental: { viteModuleRunner: false, nodeLoader: false },
    projects: [
      lane('core', testFiles('.test.ts'), [...testFiles('.peer.test.ts'), ...testFiles('.electron.test.ts')]),
      lane('peers', testFiles('.peer.test.ts'), []),
    ],
  },
})
