/** A small project in a temporary folder, under the real configuration, for tests that plant a violation in it. */
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Project } from './check.ts'

const realRoot = dirname(dirname(import.meta.dirname))

const configuration = ['package.json', 'tsconfig.base.json', 'tsconfig.json', '.oxlintrc.json', '.oxfmtrc.json']

export type PlantedProject = Project & { [Symbol.asyncDispose](): Promise<void> }

/** Names of the real project's files are copied from there when their text is `true`. */
export const plantProject = async (texts: Readonly<Record<string, string | true>>): Promise<PlantedProject> => {
  const root = await mkdtemp(join(tmpdir(), 'securatlas-planted-'))
  for (const name of configuration) await copyFile(join(realRoot, name), join(root, name))
  await symlink(join(realRoot, 'node_modules'), join(root, 'node_modules'), 'junction')
  // Without it the tools would walk into the linked packages.
  await writeFile(join(root, '.gitignore'), 'node_modules\n')
  for (const [file, text] of Object.entries(texts)) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text === true ? await readFile(join(realRoot, file)) : text)
  }
  return {
    root,
    files: Object.keys(texts),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}
