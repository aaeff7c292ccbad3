/** How long the command line takes to bring in 503 organizations, from start to end. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withFolder } from './bench-account.ts'
import { withLimit, type Figure } from './figure.ts'
import { median } from './measure.ts'
import { timeCli } from './run-program.ts'

const rounds = 3

export const benchImport = (): Promise<readonly Figure[]> =>
  withFolder(async (folder) => {
    const file = await organizationsFile(folder)
    const seconds: number[] = []
    for (let round = 0; round < rounds; round++) {
      const dataDir = join(folder, `data-${round}`)
      await timeCli(
        'practice',
        'init',
        '--name',
        'Harbor Security',
        '--email',
        'ops@harbor.example',
        '--timezone',
        'Europe/Berlin',
        '--data-dir',
        dataDir,
        '--json',
      )
      const map = 'name=Security,industry=GICS Sector'
      const { milliseconds, output } = await timeCli(
        'clients',
        'import',
        file,
        '--map',
        map,
        '--data-dir',
        dataDir,
        '--json',
      )
      const { accepted } = JSON.parse(output) as { readonly accepted: number }
      if (accepted !== 503) throw new Error(`${accepted} organizations were accepted`)
      seconds.push(milliseconds / 1000)
    }
    return [withLimit({ name: 'import of 503 by CLI', figure: median(seconds), unit: 's' }, { most: 8 })]
  })

const shared = join(import.meta.dirname, '..', '..', 'shared', 'data', 'clients', 'organizations-503.csv')

/** The list of real organizations where it lies beside the project, else one of the same size and shape. */
export const organizationsFile = async (folder: string): Promise<string> => {
  if (existsSync(shared)) return shared
  const path = join(folder, 'organizations.csv')
  const rows = Array.from(
    { length: 503 },
    (_, index) =>
      `T${index},Company ${index} Incorporated,Sector ${index % 11},"City, State ${index % 50}",19${50 + (index % 50)}`,
  )
  await writeFile(path, ['Symbol,Security,GICS Sector,Headquarters Location,Founded', ...rows].join('\n'))
  return path
}
