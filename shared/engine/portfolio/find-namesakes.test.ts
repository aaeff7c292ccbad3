import { expect, test } from 'vitest'
import { createTestPortfolio } from '#testing/test-portfolio.ts'
import { findNamesakes } from './find-namesakes.ts'

const { normalize } = String.prototype
const namesOf = (written: string, names: readonly string[]): readonly string[] => {
  const { database } = createTestPortfolio(names.map((name) => ({ name })))
  return findNamesakes(database, written).map(({ name }) => name)
}

test.each([
  ['acme', 'ACME'],
  ['  Acme   Ltd ', 'acme ltd'],
  [normalize.call('Café Noir', 'NFD'), normalize.call('Café Noir', 'NFC')],
  ['Straße 7', 'STRASSE 7'],
  ['ＡＣＭＥ', 'Acme'],
  ['ﬁnance', 'Finance'],
])('[LIST-17] %j is the name of a client that is written %j', (written, name) => {
  expect(namesOf(written, ['Another', name])).toEqual([name])
})

test.each([
  ['Acme', 'Acme Ltd'],
  ['Cafe Noir', 'Café Noir'],
  ['   ', 'Acme'],
])('[LIST-17] %j is not the name of %j', (written, name) => {
  expect(namesOf(written, [name])).toEqual([])
})

test('[LIST-17] prospects and archived clients count, and are told as such', () => {
  const { database, rows } = createTestPortfolio([
    { name: 'Acme', status: 'prospect' },
    { name: 'ACME', archivedAt: '2026-02-01T00:00:00.000Z' },
  ])
  expect(findNamesakes(database, 'acme')).toEqual(
    rows.map(({ id, name, status, archivedAt }) => ({ id, name, status, archivedAt })),
  )
})
