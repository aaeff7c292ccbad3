/** From a requirement of one framework to those of another: through the common controls, and through mapping sets. */
import type { CommonControl } from './common-control.ts'
import {
  composeRelations,
  coverageOf,
  inverseOf,
  isStronger,
  type Coverage,
  type Relation,
  type RequirementRef,
} from './mapping.ts'

/** A pair that a mapping set states between two frameworks, read from `from` to `to`. */
export type DirectPair = { readonly from: RequirementRef; readonly to: RequirementRef; readonly relation: Relation }

export type CrosswalkPath = {
  /** Of the source to the target, over the whole path. */
  readonly relation: Relation
  /** The common control between the two; undefined where a mapping set joins them. */
  readonly via?: { readonly controlId: string; readonly fromSource: Relation; readonly toTarget: Relation }
}

export type CrosswalkTarget = {
  readonly requirement: string
  /** Of the source to this requirement, by the strongest path. */
  readonly relation: Relation
  /** What the source, once met, does for this requirement: full only when no hop of some path is partial. */
  readonly coverage: Coverage
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
          const fromSource = inverseOf(relation)
          const through = composeRelations(fromSource, mapping.relation)
          if (through === undefined) continue
          add(mapping.requirement, {
            relation: through,
            via: { controlId: id, fromSource, toTarget: mapping.relation },
          })
        }
      return [...pathsByTarget]
        .map(([requirement, paths]) => targetFrom(requirement, paths))
        .toSorted((left, right) => (left.requirement < right.requirement ? -1 : 1))
    },
  }
}

/** "PR.AA-01 holds IAM-03, which covers A.5.17 fully" */
export const explainPath = (source: RequirementRef, requirement: string, { via, relation }: CrosswalkPath): string => {
  const extent = (known: Relation): string =>
    coverageOf(known) === 'full' ? `covers ${requirement} fully` : `covers a part of ${requirement}`
  if (via === undefined) return `${source.requirement} ${extent(relation)}`
  return `${source.requirement} ${verbs[via.fromSource]} ${via.controlId}, which ${extent(via.toTarget)}`
}

const verbs: Readonly<Record<Relation, string>> = {
  equal: 'asks for the same as',
  superset: 'holds',
  subset: 'is a part of',
  intersect: 'overlaps with',
}

const keyOf = ({ framework, requirement }: RequirementRef): string => `${framework}\n${requirement}`

const reversed = ({ from, to, relation }: DirectPair): DirectPair => ({
  from: to,
  to: from,
  relation: inverseOf(relation),
})

const targetFrom = (requirement: string, unordered: readonly CrosswalkPath[]): CrosswalkTarget => {
  const paths = unordered.toSorted(byStrength)
  const relation = paths[0]?.relation ?? 'intersect'
  return { requirement, relation, coverage: coverageOf(relation), paths }
}

const byStrength = (left: CrosswalkPath, right: CrosswalkPath): number => {
  if (left.relation !== right.relation) return isStronger(left.relation, right.relation) ? -1 : 1
  return (left.via?.controlId ?? '') < (right.via?.controlId ?? '') ? -1 : 1
}
