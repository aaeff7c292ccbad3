/** Lists the files that belong to the project: tracked, or new and not ignored. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export const listProjectFiles = async (root: string): Promise<readonly string[]> => {
  const { stdout } = await execute('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  })
  // A file deleted but not yet committed is still listed.
  return [...new Set(stdout.split('\0'))].filter((file) => file !== '' && existsSync(join(root, file))).toSorted()
}

export const isSource = (file: string): boolean => /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/.test(file)
export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)
