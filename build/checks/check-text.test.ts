import { expect, test } from 'vitest'
import { text } from './check-text.ts'
import { plantProject } from './plant-project.ts'

// Put together here, so that this file itself stays clean.
const slash = '/'
const refused = {
  'docs/a.md': `see ${slash}work/main`,
  'docs/b.md': `in ${slash}root/.npmrc`,
  'docs/d.json': `https:${slash}/registry${'.'}npmjs.org/x`,
  'docs/e.md': `take ..${slash}shared/data/clients.csv`,
}

const allowed = {
  'docs/f.md': `docs/work/plan and ~/work/ and a https://example.com/work/ address`,
  'docs/g.ts': `import x from '../shared/domain.ts'`,
  'docs/LICENSE': `written in ${slash}root/here`,
}

test('[CHECK-14] a path of one machine and the address of a registry are refused, with their line', async () => {
  await using project = await plantProject({ ...refused, ...allowed })
  const { failures } = await text.run(project)
  expect(failures.map((failure) => failure.split(':')[0])).toEqual(Object.keys(refused))
  expect(failures[0]).toContain('docs/a.md:1: a path of one machine')
})
