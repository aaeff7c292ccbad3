import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Library, LibrarySummary } from '#domain/library/library.ts'
import { summarizeLibrary } from '#domain/library/summarize-library.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { findReferenceData } from '../control-library/read-facts.ts'
import { buildLibrary, formatLibrary } from './build-library.ts'
import { frameworkSheets } from './framework-sheets.ts'
import { readWords } from './read-fact-sheet.ts'
import { writeLibraryIndex } from './write-library-index.ts'

const builtIn = join(import.meta.dirname, '../../../shared/engine/library/built-in')
const readLibrary = (id: string): Library => JSON.parse(readFileSync(join(builtIn, `${id}.json`), 'utf8')) as Library
const libraries = frameworkSheets.map(({ id }) => readLibrary(id))
const data = findReferenceData()

/** groups, categories, subcategories, controls, active, withdrawn */
const published: Readonly<Record<string, readonly number[]>> = {
  'cis-controls-8.1': [18, 0, 0, 153, 153, 0],
  'cyber-essentials': [0, 0, 0, 5, 5, 0],
  'essential-eight': [8, 0, 0, 126, 126, 0],
  gdpr: [11, 0, 0, 99, 99, 0],
  'hipaa-security-rule': [5, 22, 43, 65, 65, 0],
  'iso-27001-2022': [4, 41, 0, 93, 93, 0],
  'nist-csf-2.0': [6, 22, 106, 106, 106, 0],
  'nist-sp-800-171-r2': [14, 0, 0, 110, 110, 0],
  'nist-sp-800-171-r3': [17, 0, 0, 130, 97, 33],
  'nist-sp-800-53-r5': [20, 0, 0, 1189, 1007, 182],
  'pci-dss-4.0.1': [12, 63, 0, 250, 250, 0],
  'soc2-tsc-2017': [20, 0, 0, 61, 61, 0],
}

test.each(libraries)('[LIB-1] $id has the published figures', (library) => {
  expect(Object.values(summarizeLibrary(library).counts)).toEqual(published[library.id])
})

test('[LIB-2] levels count every control that they take', () => {
  const levels = Object.fromEntries(libraries.map((library) => [library.id, summarizeLibrary(library).levels]))
  expect(levels).toMatchObject({
    'cis-controls-8.1': { IG1: 56, IG2: 130, IG3: 153 },
    'essential-eight': { ML1: 46, ML2: 87, ML3: 123 },
    'hipaa-security-rule': { 'Appendix A standards': 18, 'Appendix A specifications': 36 },
    'nist-sp-800-171-r2': { 'CMMC Level 1': 17, 'CMMC Level 2': 110 },
    'nist-sp-800-53-r5': { Low: 149, Moderate: 287, High: 370, Privacy: 96 },
    'pci-dss-4.0.1': { Core: 250, 'Appendix A1': 7, 'Appendix A2': 3, 'Appendix A3': 20 },
    'soc2-tsc-2017': { Security: 33, Availability: 3, Confidentiality: 2, 'Processing Integrity': 5, Privacy: 18 },
  })
})

test('[LIB-2] the weights of the DoD assessment method take the score from 110 to -203', () => {
  const weights = readLibrary('nist-sp-800-171-r2').nodes.map(({ attributes }) =>
    Number(attributes?.['sprsWeight'] ?? 0),
  )
  expect(110 - weights.reduce((sum, weight) => sum + weight, 0)).toBe(-203)
})

test('[LIB-3] nobody answers for a heading or for what is withdrawn', () => {
  const assessable = Object.fromEntries(libraries.map((library) => [library.id, summarizeLibrary(library).assessable]))
  expect(assessable).toMatchObject({
    'essential-eight': 8,
    gdpr: 39,
    'hipaa-security-rule': 65,
    'iso-27001-2022': 93 + 30,
    'nist-sp-800-171-r3': 97,
    'nist-sp-800-53-r5': 1007,
    'pci-dss-4.0.1': 280,
    'soc2-tsc-2017': 61,
  })
})

test.each(libraries)('[LIB-4] $id has each id once, after its parent, with a title', ({ nodes }) => {
  const seen = new Set<string>()
  for (const { id, parent, title } of nodes) {
    expect(seen.has(id), id).toBe(false)
    expect(parent === null || seen.has(parent), id).toBe(true)
    expect(title.trim(), id).not.toBe('')
    seen.add(id)
  }
})

test.each(libraries)('[LIB-5] $id says whose work it is', ({ publisher, licence }) => {
  expect(publisher).not.toBe('')
  expect(licence.notice).toMatch(/^.{30,}\.$/)
})

describe.skipIf(data === undefined)('made of the facts (SKIPPED without the reference data beside the project)', () => {
  const facts = join(data ?? '', 'facts')

  test('[LIB-6] the committed files are those of the facts and the words', () => {
    const folder = quickFolder()
    copyFileSync(join(builtIn, 'common-controls.json'), join(folder, 'common-controls.json'))
    for (const sheet of frameworkSheets) {
      writeFileSync(join(folder, `${sheet.id}.json`), formatLibrary(buildLibrary(sheet, facts)))
    }
    writeLibraryIndex(folder)
    expect(readdirSync(folder)).toEqual(readdirSync(builtIn))
    for (const file of readdirSync(folder)) {
      // Not toEqual: a difference of megabytes takes minutes to print.
      expect(readFileSync(join(folder, file)).equals(readFileSync(join(builtIn, file))), file).toBe(true)
    }
  })

  test('[LIB-6] facts with other figures are refused', () => {
    const folder = quickFolder()
    mkdirSync(folder, { recursive: true })
    const text = readFileSync(join(facts, 'cyber-essentials.tsv'), 'utf8').replace('themes=5', 'themes=6')
    writeFileSync(join(folder, 'cyber-essentials.tsv'), text)
    const sheet = frameworkSheets.find(({ id }) => id === 'cyber-essentials')
    expect(() => sheet && buildLibrary(sheet, folder)).toThrow('technical control themes is 6 there, 5 here')
  })
})

test('[LIB-7] the list has the figures of the files', () => {
  const index = JSON.parse(readFileSync(join(builtIn, 'index.json'), 'utf8')) as readonly LibrarySummary[]
  const files = readdirSync(builtIn).filter((file) => file !== 'index.json')
  expect(index.map(({ id }) => id)).toEqual(index.map(({ id }) => id).toSorted())
  expect(index).toHaveLength(files.length)
  for (const library of libraries) expect(index).toContainEqual(JSON.parse(JSON.stringify(summarizeLibrary(library))))
})

test('[LIB-6] words that stand twice for one id are refused', () => {
  const folder = quickFolder()
  writeFileSync(join(folder, 'x.tsv'), 'id\texplanation\n1\tOne.\n1\tAgain.\n')
  expect(() => readWords('x', folder)).toThrow('has an id twice')
})
