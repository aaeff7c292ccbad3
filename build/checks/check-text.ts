/** Refuses text that ties the project to one machine or one registry. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from './check.ts'

/** Put together from parts, so that this file does not trip over itself. */
const forbidden: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /(?<![\w.\-/#~])\/(?:work|root)\//, reason: 'a path of one machine' },
  { pattern: /registry\.npmjs/, reason: 'the address of a package registry' },
  { pattern: /\.\.\/shared\/(?:data|ui|tools)\//, reason: 'a path outside the repository' },
]

const hasText = (file: string): boolean =>
  !/\.(png|jpg|jpeg|gif|ico|icns|woff2?|ttf|otf|pdf|xlsx|zip|gz|sqlite|wasm|bin)$/.test(file) &&
  !/(^|\/)(LICENSE|LICENCE|NOTICE|THIRD-PARTY)[^/]*$/i.test(file)

export const text: Check = {
  name: 'text',
  run: async ({ root, files }) => {
    const failures: string[] = []
    for (const file of files.filter(hasText)) {
      failures.push(...forbiddenIn(file, await readFile(join(root, file), 'utf8')))
    }
    return { failures }
  },
}

const forbiddenIn = (file: string, content: string): readonly string[] =>
  content
    .split('\n')
    .flatMap((line, index) =>
      forbidden
        .filter(({ pattern }) => pattern.test(line))
        .map(({ pattern, reason }) => `${file}:${index + 1}: ${reason}: ${pattern.exec(line)?.[0] ?? ''}`),
    )
