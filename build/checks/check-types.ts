/** Type-checks each layer with its own tsconfig, so that a layer sees only the globals of its environment. */
import { join, posix } from 'node:path'
import type { Check } from './check.ts'
import { linesOf, runTool } from './run-tool.ts'

export const types: Check = {
  name: 'types',
  run: async (project) => {
    const sources = project.files.filter((file) => /\.tsx?$/.test(file))
    const configurations = project.files
      .filter((file) => /(^|\/)tsconfig(\.pure)?\.json$/.test(file))
      .filter((file) => sources.some((source) => isBelow(source, posix.dirname(file))))
    const failures = sources
      .filter((source) => !configurations.includes(posix.join(layerRootOf(source), 'tsconfig.json')))
      .map((source) => `${source}: its layer has no tsconfig.json (${layerRootOf(source)})`)
    const where = { modules: join(project.root, 'node_modules'), cwd: project.root }
    for (const configuration of configurations) {
      const { code, output } = await runTool('tsc', ['--pretty', 'false', '-p', configuration], where)
      if (code !== 0) failures.push(...linesOf(output).map((line) => `${line} [${configuration}]`))
    }
    return { failures, notes: [`${configurations.length} configurations`] }
  },
}

const isBelow = (file: string, folder: string): boolean =>
  folder === '.' ? !file.includes('/') : file.startsWith(`${folder}/`)

const layerRootOf = (file: string): string => {
  const parts = file.split('/')
  return parts.slice(0, Math.min(parts.length - 1, file.startsWith('shared/') ? 2 : 1)).join('/')
}
