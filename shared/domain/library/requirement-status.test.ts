import { expect, test } from 'vitest'
import { buildControl } from '#testing/build-control.ts'
import type { Relation } from './mapping.ts'
import { explainStatus, requirementStatus } from './requirement-status.ts'

const requirement = { framework: 'iso', requirement: 'A.5.17' }
const mapped = (id: string, relation: Relation) => buildControl(id, [{ ...requirement, relation }])
const controls = [mapped('IAM-03', 'equal'), mapped('IAM-14', 'subset'), mapped('IAM-15', 'intersect')]

const statusWith = (...implemented: readonly string[]) =>
  requirementStatus(requirement, { controls, implemented: new Set(implemented) })

test('[XWALK-9] one implemented control that covers a requirement fully makes it met', () => {
  const status = statusWith('IAM-03')
  expect(status).toMatchObject({ status: 'met', derived: 'met', overridden: false, everyControlImplemented: false })
  expect(explainStatus(requirement, status)).toBe('met because IAM-03 is implemented, which covers A.5.17 fully')
})

test('[XWALK-9] parts alone make it partly met, however many', () => {
  const status = statusWith('IAM-14', 'IAM-15')
  expect(status.status).toBe('partial')
  expect(explainStatus(requirement, status)).toBe(
    'partly met because IAM-14 and IAM-15 are implemented, which cover a part of A.5.17',
  )
})

test('[XWALK-10] a requirement whose every control is implemented says so, though parts stay parts', () => {
  const parts = controls.slice(1)
  const status = requirementStatus(requirement, { controls: parts, implemented: new Set(['IAM-14', 'IAM-15']) })
  expect(status).toMatchObject({ status: 'partial', everyControlImplemented: true })
})

test('[XWALK-9] without an implemented or a mapped control it is not met, and the words say which', () => {
  expect(explainStatus(requirement, statusWith())).toBe('not met because none of IAM-03, IAM-14, IAM-15 is implemented')
  const unmapped = requirementStatus({ framework: 'iso', requirement: 'A.7.1' }, { controls, implemented: new Set() })
  expect(unmapped).toMatchObject({ status: 'not-met', everyControlImplemented: false })
  expect(explainStatus({ framework: 'iso', requirement: 'A.7.1' }, unmapped)).toBe(
    'not met because no control is mapped to it',
  )
})

test('[XWALK-11] an override stands above the controls, and what they say stays visible', () => {
  const status = requirementStatus(requirement, {
    controls,
    implemented: new Set(['IAM-03']),
    override: { status: 'not-met', justification: 'The vault is not in use yet.' },
  })
  expect(status).toMatchObject({ status: 'not-met', derived: 'met', overridden: true })
  expect(explainStatus(requirement, status)).toBe('not met because it was decided so: The vault is not in use yet.')
})
