/** A common control with the mappings that a test is about. */
import type { CommonControl } from '#domain/library/common-control.ts'
import type { RequirementMapping } from '#domain/library/mapping.ts'

export const buildControl = (
  id: string,
  mappings: readonly Pick<RequirementMapping, 'framework' | 'requirement' | 'relation'>[],
): CommonControl => ({
  id,
  parent: 'IAM',
  kind: 'control',
  title: `Control ${id}`,
  assessable: true,
  statement: 'Somebody does something.',
  severity: 3,
  type: 'preventive',
  evidence: ['A record'],
  testProcedure: ['Read the record'],
  reviewCadence: 'yearly',
  mappings: mappings.map((mapping) => ({ ...mapping, rationale: 'It is so.', source: 'test' })),
})
