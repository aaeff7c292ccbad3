/** Whether a requirement is met, worked out from the controls mapped to it, with the reasons that a screen can say. */
import type { CommonControl } from './common-control.ts'
import { coverageOf, type Coverage, type RequirementRef } from './mapping.ts'

export type RequirementStatus = 'met' | 'partial' | 'not-met' | 'not-applicable'

/** Somebody's own judgement, which stands above what the controls say and needs its reason. */
export type StatusOverride = { readonly status: RequirementStatus; readonly justification: string }

export type StatusReason = {
  readonly controlId: string
  readonly coverage: Coverage
  readonly implemented: boolean
}

export type DerivedStatus = {
  readonly status: RequirementStatus
  readonly overridden: boolean
  readonly justification?: string
  /** What the controls alone say, also under an override. */
  readonly derived: RequirementStatus
  /** Each mapped control is implemented. With parts only, that is still `partial`: somebody has to judge the sum. */
  readonly everyControlImplemented: boolean
  /** Implemented before missing, full before partial, then by id. */
  readonly reasons: readonly StatusReason[]
}

export const requirementStatus = (
  { framework, requirement }: RequirementRef,
  client: {
    /** The controls of the client; one that is not applicable there is left out by the caller. */
    readonly controls: readonly CommonControl[]
    readonly implemented: ReadonlySet<string>
    readonly override?: StatusOverride
  },
): DerivedStatus => {
  const reasons = client.controls
    .flatMap(({ id, mappings }) =>
      mappings
        .filter((mapping) => mapping.framework === framework && mapping.requirement === requirement)
        .map(({ relation }) => ({
          controlId: id,
          coverage: coverageOf(relation),
          implemented: client.implemented.has(id),
        })),
    )
    .toSorted(byWeight)
  const derived = statusFrom(reasons)
  return {
    status: client.override?.status ?? derived,
    overridden: client.override !== undefined,
    ...(client.override && { justification: client.override.justification }),
    derived,
    everyControlImplemented: reasons.length > 0 && reasons.every(({ implemented }) => implemented),
    reasons,
  }
}

/** "met because IAM-03 is implemented, which covers A.5.17 fully" */
export const explainStatus = ({ requirement }: RequirementRef, status: DerivedStatus): string => {
  if (status.overridden) return `${words[status.status]} because it was decided so: ${status.justification}`
  const counted = status.reasons.filter(({ implemented }) => implemented)
  if (counted.length === 0) {
    const missing = status.reasons.map(({ controlId }) => controlId)
    return missing.length === 0
      ? 'not met because no control is mapped to it'
      : `not met because none of ${missing.join(', ')} is implemented`
  }
  const full = counted.filter(({ coverage }) => coverage === 'full').map(({ controlId }) => controlId)
  const names = full.length > 0 ? full : counted.map(({ controlId }) => controlId)
  const verbs = names.length === 1 ? ['is', 'covers'] : ['are', 'cover']
  const extent = full.length > 0 ? `${requirement} fully` : `a part of ${requirement}`
  return `${words[status.status]} because ${listed(names)} ${verbs[0]} implemented, which ${verbs[1]} ${extent}`
}

const statusFrom = (reasons: readonly StatusReason[]): RequirementStatus => {
  const counted = reasons.filter(({ implemented }) => implemented)
  if (counted.some(({ coverage }) => coverage === 'full')) return 'met'
  return counted.length > 0 ? 'partial' : 'not-met'
}

const words: Readonly<Record<RequirementStatus, string>> = {
  met: 'met',
  partial: 'partly met',
  'not-met': 'not met',
  'not-applicable': 'not applicable',
}

const rank = ({ implemented, coverage }: StatusReason): number => (implemented ? 0 : 2) + (coverage === 'full' ? 0 : 1)

const byWeight = (left: StatusReason, right: StatusReason): number =>
  rank(left) - rank(right) || (left.controlId < right.controlId ? -1 : 1)

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
