import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeRelations, coverageOf, inverseOf, relations, type Relation } from './mapping.ts'

/** The relation of two sets that both have members, as the words mean it; undefined when they share nothing. */
const relationOf = (left: ReadonlySet<number>, right: ReadonlySet<number>): Relation | undefined => {
  const shared = [...left].filter((item) => right.has(item)).length
  if (shared === left.size) return shared === right.size ? 'equal' : 'subset'
  if (shared === right.size) return 'superset'
  return shared === 0 ? undefined : 'intersect'
}

/** What may be the case where the relation is claimed: a claim may be weaker than the truth, never stronger. */
const trueOf: Readonly<Record<Relation, readonly (Relation | undefined)[]>> = {
  equal: ['equal'],
  superset: ['superset', 'equal'],
  subset: ['subset', 'equal'],
  intersect: relations,
}

const aSet = fc
  .uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 })
  .map((items) => new Set(items))

test('[XWALK-1] equal and superset cover a requirement in full, subset and intersect a part of it', () => {
  expect(relations.map(coverageOf)).toEqual(['full', 'full', 'partial', 'partial'])
})

test('[XWALK-2] a relation read from the other side swaps subset and superset', () => {
  fc.assert(
    fc.property(aSet, aSet, (left, right) => {
      const relation = relationOf(left, right)
      expect(relation && inverseOf(relation)).toBe(relationOf(right, left))
    }),
  )
})

test('[XWALK-3] what two relations say together never claims more than is true of any three sets', () => {
  fc.assert(
    fc.property(aSet, aSet, aSet, (a, b, c) => {
      const first = relationOf(a, b)
      const second = relationOf(b, c)
      if (first === undefined || second === undefined) return
      const said = composeRelations(first, second)
      if (said === undefined) return
      expect(trueOf[said]).toContain(relationOf(a, c))
    }),
    { numRuns: 2000 },
  )
})

test('[XWALK-4] the table of two hops: the weakest wins, and a first hop that only overlaps says nothing', () => {
  const table = relations.map((first) => relations.map((second) => composeRelations(first, second) ?? '–').join(' '))
  expect(table).toEqual([
    'equal superset subset intersect',
    'superset superset intersect intersect',
    'subset – subset –',
    '– – – –',
  ])
})
