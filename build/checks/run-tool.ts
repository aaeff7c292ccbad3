/** Runs one of the installed command line tools on this very Node, and collects what it says. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const scripts = {
  tsc: ['typescript', 'bin', 'tsc'],
  oxlint: ['oxlint', 'bin', 'oxlint'],
  oxfmt: ['oxfmt', 'bin', 'oxfmt'],
  knip: ['knip', 'bin', 'knip.js'],
} as const

export type ToolResult = { readonly code: number | null; readonly output: string }

/** `modules` is the folder of the tool's package, which may serve another folder `cwd`. */
export const runTool = (
  tool: keyof typeof scripts,
  parameters: readonly string[],
  where: { readonly modules: string; readonly cwd: string },
): Promise<ToolResult> =>
  new Promise((done, fail) => {
    const script = join(where.modules, ...scripts[tool])
    const child = spawn(process.execPath, [script, ...parameters], {
      cwd: where.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => parts.push(part))
    child.on('error', fail)
    child.on('close', (code) => done({ code, output: Buffer.concat(parts).toString('utf8') }))
  })

export const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '')
