/** Builds the desktop app for the Electron of this machine, when its sources are newer than every build of it. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPage, pageSources } from './build-page.ts'
import { buildWhenStale, runBundler } from './build-when-stale.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const oneDay = 24 * 60 * 60_000

/** The folder that Electron is started with. Throws when the build fails. */
export const buildDesktop = ({ say }: { readonly say: (line: string) => void }): Promise<string> =>
  buildWhenStale({
    folder: join(root, 'dist', 'app'),
    sources: [...pageSources, 'shared', 'electron', 'package.json'].map((source) => join(root, source)),
    onBuild: () => say('Building the app (once, and after a change)…'),
    // An app that runs reads its page and its worker threads when it needs them.
    keepOlderMs: oneDay,
    build: async (outDir) => {
      const page = await buildPage({ say: () => undefined })
      await runBundler(root, [join(root, 'build', 'scripts', 'bundle-desktop.ts'), outDir, page])
    },
  })
