/** The formatter's layout; `npm run format` puts it right. */
import { join } from 'node:path'
import type { Check } from './check.ts'
import { linesOf, runTool } from './run-tool.ts'

export const format: Check = {
  name: 'format',
  run: async ({ root }) => {
    const where = { modules: join(root, 'node_modules'), cwd: root }
    const { code, output } = await runTool('oxfmt', ['--list-different', '.'], where)
    return { failures: code === 0 ? [] : [...linesOf(output), 'To put these files right: npm run format'] }
  },
}
