/** How a control, or a requirement, stands to a requirement of another framework, and what two such relations say together. */

/** Read from the left: a `subset` asks for less than its target, a `superset` for more, an `intersect` for some of it. */
export const relations = ['equal', 'superset', 'subset', 'intersect'] as const
export type Relation = (typeof relations)[number]

export type RequirementRef = { readonly framework: string; readonly requirement: string }

export type RequirementMapping = RequirementRef & {
  /** Of the control to the requirement. */
  readonly relation: Relation
  readonly rationale: string
  /** Who says so: the library's publisher, or the user who corrected it. */
  readonly source: string
}

/** What is done on the left counts for the whole of the right, or for a part of it. */
export type Coverage = 'full' | 'partial'

export const coverageOf = (relation: Relation): Coverage =>
  relation === 'equal' || relation === 'superset' ? 'full' : 'partial'

/** The same relation read from the other side. */
export const inverseOf = (relation: Relation): Relation =>
  relation === 'superset' ? 'subset' : relation === 'subset' ? 'superset' : relation

/**
 * The relation of A to C, from A to B and B to C. Undefined where the first says too little about the second: what lies
 * inside B need not meet a thing that B holds or touches, and who has done A that only touches B may have done nothing of
 * what B gives to C.
 */
export const composeRelations = (first: Relation, second: Relation): Relation | undefined => composed[first][second]

const composed: Readonly<Record<Relation, Readonly<Record<Relation, Relation | undefined>>>> = {
  equal: { equal: 'equal', superset: 'superset', subset: 'subset', intersect: 'intersect' },
  superset: { equal: 'superset', superset: 'superset', subset: 'intersect', intersect: 'intersect' },
  subset: { equal: 'subset', superset: undefined, subset: 'subset', intersect: undefined },
  intersect: { equal: undefined, superset: undefined, subset: undefined, intersect: undefined },
}

const strongestFirst: readonly Relation[] = relations

export const isStronger = (left: Relation, right: Relation): boolean =>
  strongestFirst.indexOf(left) < strongestFirst.indexOf(right)
