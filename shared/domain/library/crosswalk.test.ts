import { expect, test } from 'vitest'
import { buildControl } from '#testing/build-control.ts'
import { createCrosswalk, explainPath } from './crosswalk.ts'
import type { Relation, RequirementRef } from './mapping.ts'

const a: RequirementRef = { framework: 'csf', requirement: 'PR.AA-01' }
const b: RequirementRef = { framework: 'iso', requirement: 'A.5.17' }

const through = (toA: Relation, toB: Relation, id = 'IAM-03') =>
  buildControl(id, [
    { ...a, relation: toA },
    { ...b, relation: toB },
  ])

test('[XWALK-5] a control joins two requirements by its relation to both, and says over which hops', () => {
  const [target] = createCrosswalk([through('subset', 'equal')]).targetsOf(a, 'iso')
  expect(target).toEqual({
    requirement: 'A.5.17',
    relation: 'superset',
    coverage: 'full',
    paths: [{ relation: 'superset', via: { controlId: 'IAM-03', fromSource: 'superset', toTarget: 'equal' } }],
  })
  expect(target?.paths.map((path) => explainPath(a, 'A.5.17', path))).toEqual([
    'PR.AA-01 holds IAM-03, which covers A.5.17 fully',
  ])
})

test('[XWALK-5] two parts joined by one control cover each other in part', () => {
  const [target] = createCrosswalk([through('subset', 'subset')]).targetsOf(a, 'iso')
  expect(target).toMatchObject({ relation: 'intersect', coverage: 'partial' })
})

test('[XWALK-4] a source that only overlaps with the control reaches nothing through it', () => {
  expect(createCrosswalk([through('intersect', 'equal')]).targetsOf(a, 'iso')).toEqual([])
})

test('[XWALK-6] of several paths the strongest counts, and all are kept, strongest first', () => {
  const controls = [
    through('subset', 'subset', 'IAM-02'),
    through('equal', 'equal', 'IAM-09'),
    through('subset', 'equal'),
  ]
  const [target] = createCrosswalk(controls).targetsOf(a, 'iso')
  expect(target?.relation).toBe('equal')
  expect(target?.paths.map(({ via }) => via?.controlId)).toEqual(['IAM-09', 'IAM-03', 'IAM-02'])
})

test('[XWALK-7] a stated pair counts without a control, in both directions, before a weaker path', () => {
  const crosswalk = createCrosswalk([through('subset', 'subset')], [{ from: a, to: b, relation: 'subset' }])
  const [forth] = crosswalk.targetsOf(a, 'iso')
  expect(forth?.relation).toBe('subset')
  expect(forth?.paths.map((path) => explainPath(a, 'A.5.17', path))).toEqual([
    'PR.AA-01 covers a part of A.5.17',
    'PR.AA-01 holds IAM-03, which covers a part of A.5.17',
  ])
  expect(crosswalk.targetsOf(b, 'csf')[0]?.relation).toBe('superset')
})

test('[XWALK-8] targets come in the order of their ids and from the asked framework alone', () => {
  const control = buildControl('IAM-01', [
    { ...a, relation: 'subset' },
    { framework: 'iso', requirement: 'A.8.2', relation: 'equal' },
    { framework: 'soc', requirement: 'CC6.1', relation: 'equal' },
    { framework: 'iso', requirement: 'A.5.15', relation: 'equal' },
  ])
  const targets = createCrosswalk([control]).targetsOf(a, 'iso')
  expect(targets.map(({ requirement }) => requirement)).toEqual(['A.5.15', 'A.8.2'])
})
