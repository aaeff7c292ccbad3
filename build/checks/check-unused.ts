/** Files, exports and dependencies that nothing uses; `knip.json` names the entry points. */
import { join } from 'node:path'
import type { Check } from './check.ts'
import { linesOf, runTool } from './run-tool.ts'

export const unused: Check = {
  name: 'unused code',
  run: async ({ root }) => {
    const where = { modules: join(root, 'node_modules'), cwd: root }
    const { code, output } = await runTool('knip', ['--no-progress', '--reporter', 'compact'], where)
    return { failures: code === 0 ? [] : linesOf(output) }
  },
}
