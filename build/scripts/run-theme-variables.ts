/** Writes renderer/theme/variables.css anew, after a token has changed. */
import { renderVariables } from '#renderer/theme/render-variables.ts'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
await writeFile(join(root, 'renderer', 'theme', 'variables.css'), renderVariables())
