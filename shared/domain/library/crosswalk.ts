/** From a requirement of one framework to those of another: through the common controls, and through mapping sets. */
import type { CommonControl } from './common-control.ts'
import { composeRelations, inverseOf, isStronger, type Relation, type RequirementRef } from './mapping.ts'

/** A pair that a mapping set states between two frameworks, read from `from` to `to`. */
export type DirectPair = { readonly from: RequirementRef; readonly to: RequirementRef; readonly relation: Relation }

/** `via` is the common control between the two; undefined where a mapping set joins them. */
export type CrosswalkPath = { readonly via?: string; readonly relation: Relation }

export type CrosswalkTarget = {
  readonly requirement: string
  /** Of the source to this requirement, by the strongest path. */
  readonly relation: Relation
  /** Strongest first, then by control id. */
  readonly paths: readonly CrosswalkPath[]
}

export type Crosswalk = {
  /** Ordered by requirement id. */
  readonly targetsOf: (source: RequirementRef, framework: string) => readonly CrosswalkTarget[]
}

export const createCrosswalk = (controls: readonly CommonControl[], direct: readonly DirectPair[] = []): Crosswalk => {
  const controlsBySource = Map.groupBy(
    controls.flatMap(({ id, mappings }) => mappings.map((mapping) => ({ id, mappings, ...mapping }))),
    keyOf,
  )
  const pairsBySource = Map.groupBy([...direct, ...direct.map(reversed)], ({ from }) => keyOf(from))
  return {
    targetsOf: (source, framework) => {
      const pathsByTarget = new Map<string, CrosswalkPath[]>()
      const add = (requirement: string, path: CrosswalkPath): void => {
        const paths = pathsByTarget.get(requirement)
        if (paths === undefined) pathsByTarget.set(requirement, [path])
        else paths.push(path)
      }
      for (const { to, relation } of pairsBySource.get(keyOf(source)) ?? [])
        if (to.framework === framework) add(to.requirement, { relation })
      for (const { id, mappings, relation } of controlsBySource.get(keyOf(source)) ?? [])
        for (const mapping of mappings) {
          if (mapping.framework !== framework) continue
          const through = composeRelations(inverseOf(relation), mapping.relation)
          if (through !== undefined) add(mapping.requirement, { via: id, relation: through })
        }
      return [...pathsByTarget]
        .map(([requirement, paths]) => targetFrom(requirement, paths))
        .toSorted((left, right) => (left.requirement < right.requirement ? -1 : 1))
    },
  }
}

const keyOf = ({ framework, requirement }: RequirementRef): string => `${framework}\n${requirement}`

const reversed = ({ from, to, relation }: DirectPair): DirectPair => ({
  from: to,
  to: from,
  relation: inverseOf(relation),
})

const targetFrom = (requirement: string, unordered: readonly CrosswalkPath[]): CrosswalkTarget => {
  const paths = unordered.toSorted(byStrength)
  return { requirement, relation: paths[0]?.relation ?? 'intersect', paths }
}

const byStrength = (left: CrosswalkPath, right: CrosswalkPath): number => {
  if (left.relation !== right.relation) return isStronger(left.relation, right.relation) ? -1 : 1
  return (left.via ?? '') < (right.via ?? '') ? -1 : 1
}
