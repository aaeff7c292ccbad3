/** Checks every source file of the project against the import allow-list. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check, Project } from '../check.ts'
import { isSource } from '../list-project-files.ts'
import { judgeFile } from './judge-file.ts'
import type { Manifest } from './resolve-import.ts'

export const importRules: Check = {
  name: 'import rules',
  run: async (project) => {
    const manifest = await readManifest(project)
    const files = new Set(project.files)
    const sources = project.files.filter(isSource)
    const failures: string[] = []
    for (const file of sources) {
      const text = await readFile(join(project.root, file), 'utf8')
      failures.push(...judgeFile(file, text, { manifest, hasFile: (path) => files.has(path) }))
    }
    return { failures, notes: [`${sources.length} files`] }
  },
}

const readManifest = async (project: Project): Promise<Manifest> => {
  const text = await readFile(join(project.root, 'package.json'), 'utf8')
  const found = JSON.parse(text) as Partial<Manifest>
  return {
    imports: found.imports ?? {},
    dependencies: found.dependencies ?? {},
    devDependencies: found.devDependencies ?? {},
  }
}
