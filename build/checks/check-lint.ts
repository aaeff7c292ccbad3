/** The linter's rules, with type information; `.oxlintrc.json` says which. */
import { join } from 'node:path'
import type { Check } from './check.ts'
import { linesOf, runTool } from './run-tool.ts'

export const lint: Check = {
  name: 'lint',
  run: async ({ root }) => {
    const where = { modules: join(root, 'node_modules'), cwd: root }
    const { code, output } = await runTool('oxlint', ['--type-aware', '--deny-warnings', '--format=unix'], where)
    return { failures: code === 0 ? [] : linesOf(output) }
  },
}
