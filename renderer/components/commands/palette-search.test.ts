import { expect, test } from 'vitest'
import { foldText, matchScore } from '#domain/search/fuzzy-match.ts'
import { searchPalette, type PaletteEntry, type PaletteGroup } from './palette-search.ts'

const entry = (label: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({ id: label, label, ...more })
const groups: readonly PaletteGroup<PaletteEntry>[] = [
  {
    id: 'clients',
    label: 'Clients',
    kind: 'client',
    entries: ['Biogen', 'Bio-Techne', 'Zebra Technologies'].map((name) => entry(name)),
  },
  { id: 'things', label: 'In Bio-Techne', kind: 'thing', entries: [entry('Backups tested', { note: 'control' })] },
  {
    id: 'commands',
    label: 'Commands',
    kind: 'command',
    entries: [entry('Lock', { keywords: ['sign out'] }), entry('Add evidence to Bio-Techne')],
  },
  { id: 'people', label: 'People', kind: 'person', entries: [entry('Ada Lovelace')] },
]
const found = (typed: string): readonly (readonly string[])[] =>
  searchPalette(groups, typed).map(({ id, entries }) => [id, ...entries.map(({ label }) => label)])

test('[UI-50] groups keep their order, and those without a match are left out', () => {
  expect(found('bio')).toEqual([
    ['clients', 'Biogen', 'Bio-Techne'],
    ['commands', 'Add evidence to Bio-Techne'],
  ])
  expect(found('xyzzy')).toEqual([])
})

test('[UI-50] before anything is typed each group shows its first', () => {
  expect(found('').map(([id]) => id)).toEqual(['clients', 'things', 'commands', 'people'])
})

test('[UI-50] >, # and @ look for commands, things and people alone', () => {
  expect(found('>')).toEqual([['commands', 'Lock', 'Add evidence to Bio-Techne']])
  expect(found('# back')).toEqual([['things', 'Backups tested']])
  expect(found('@ada')).toEqual([['people', 'Ada Lovelace']])
})

test('[UI-50] an entry is found by its other words and its note, after those whose label matches', () => {
  expect(found('sign out')).toEqual([['commands', 'Lock']])
  expect(found('control')).toEqual([['things', 'Backups tested']])
})

test('[UI-51] a few letters are enough: beginnings of words count most, case and accents nothing', () => {
  const rank = (query: string, ...texts: readonly string[]): readonly string[] =>
    texts
      .map((text) => ({ text, score: matchScore(foldText(query), foldText(text)) }))
      .filter(({ score }) => score > 0)
      .toSorted((left, right) => right.score - left.score)
      .map(({ text }) => text)
  expect(rank('tech', 'Zebra Technologies', 'Technika', 'Biotech')).toEqual([
    'Technika',
    'Zebra Technologies',
    'Biotech',
  ])
  expect(rank('bt', 'Bio-Techne', 'Albert')).toEqual(['Bio-Techne'])
  expect(rank('ELAN', 'Élan vital')).toEqual(['Élan vital'])
  expect(rank('otb', 'Bio-Techne')).toEqual([])
})

test('[UI-52] among a thousand clients the first result is there in 50 ms', () => {
  const many = [
    {
      id: 'c',
      label: 'Clients',
      kind: 'client',
      entries: Array.from({ length: 1000 }, (_, index) => entry(`Client number ${index} of the northern counties`)),
    },
  ] as const
  searchPalette(many, 'warm')
  const times = ['n', 'no', 'nor', 'north 7', 'cn9', 'counties'].map((typed) => {
    const started = performance.now()
    searchPalette(many, typed)
    return performance.now() - started
  })
  expect(Math.max(...times)).toBeLessThan(50)
})
