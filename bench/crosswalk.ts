/** How well the crosswalk through the common controls finds the pairs that others have published, which it never saw. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findReferenceData, readFacts, readPublishedPairs } from '#build/scripts/control-library/read-facts.ts'
import { controlsOf, type ControlLibrary } from '#domain/library/common-control.ts'
import { createCrosswalk, type Crosswalk } from '#domain/library/crosswalk.ts'
import { forInformation, withLimit, type Figure } from './figure.ts'

const csf = 'nist-csf-2.0'
const iso = 'iso-27001-2022'
const nist = 'nist-sp-800-53-r5'

/** `tuned` pairs have a limit; the mappings were never held against the others. */
const contests = [
  { name: 'csf → iso', from: csf, to: iso, file: 'csf-2.0_to_iso-27001-2022.tsv', tuned: true },
  { name: 'csf → 800-53', from: csf, to: nist, file: 'csf-2.0_to_800-53-r5.tsv', tuned: true },
  { name: '800-53 → iso', from: nist, to: iso, file: '800-53-r5_to_iso-27001-2022.tsv', tuned: false },
] as const

const library = join(import.meta.dirname, '../shared/engine/library/built-in/common-controls.json')

export const benchCrosswalk = async (): Promise<readonly Figure[]> => {
  const data = findReferenceData()
  if (data === undefined || !existsSync(join(data, 'crosswalk'))) {
    process.stderr.write('SKIPPED crosswalk: there is no folder of published pairs beside the project\n')
    return []
  }
  const crosswalk = createCrosswalk(controlsOf(JSON.parse(readFileSync(library, 'utf8')) as ControlLibrary))
  return contests.flatMap(({ name, from, to, file, tuned }) => {
    const known = new Set(readFacts(join(data, 'facts'), to).map(({ id }) => id))
    const published = readPublishedPairs(join(data, 'crosswalk', file))
    const { precision, recall } = compare(crosswalk, { from, to }, published)
    const unknown = published.filter(([, target]) => !known.has(target)).length
    process.stderr.write(
      `${name}: ${published.length} published pairs, ${unknown} of them to ids that are not in the list\n`,
    )
    const figure = (what: string, value: number) => ({
      name: `crosswalk ${name}, ${what}`,
      figure: value,
      unit: 'share',
    })
    return tuned
      ? [withLimit(figure('recall', recall), { least: 0.8 }), withLimit(figure('precision', precision), { least: 0.6 })]
      : [forInformation(figure('recall', recall)), forInformation(figure('precision', precision))]
  })
}

/** Precision over the sources that the publisher has looked at: of the others nobody has said what is right. */
const compare = (
  crosswalk: Crosswalk,
  { from, to }: { readonly from: string; readonly to: string },
  published: readonly (readonly [string, string])[],
): { readonly precision: number; readonly recall: number } => {
  const wanted = new Set(published.map(([source, target]) => `${source} ${target}`))
  const sources = new Set(published.map(([source]) => source))
  const found = [...sources].flatMap((requirement) =>
    crosswalk.targetsOf({ framework: from, requirement }, to).map((target) => `${requirement} ${target.requirement}`),
  )
  const right = found.filter((pair) => wanted.has(pair)).length
  return { precision: right / found.length, recall: right / wanted.size }
}
