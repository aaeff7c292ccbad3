/** A control of a common control library: worded once, tested once, and counted in every framework it is mapped to. */
import type { Library, LibraryNode } from './library.ts'
import type { RequirementMapping } from './mapping.ts'

export const controlTypes = ['preventive', 'detective', 'corrective', 'governance'] as const
export type ControlType = (typeof controlTypes)[number]

export const reviewCadences = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const
export type ReviewCadence = (typeof reviewCadences)[number]

export type CommonControl = LibraryNode & {
  readonly kind: 'control'
  readonly statement: string
  /** 1 slight … 5 critical: what it costs a client to be without it. */
  readonly severity: number
  readonly type: ControlType
  readonly evidence: readonly string[]
  readonly testProcedure: readonly string[]
  readonly reviewCadence: ReviewCadence
  readonly mappings: readonly RequirementMapping[]
}

export type ControlDomain = LibraryNode & { readonly kind: 'domain' }

export type ControlLibrary = Library<CommonControl | ControlDomain>

export const controlsOf = (library: ControlLibrary): readonly CommonControl[] =>
  library.nodes.filter((node): node is CommonControl => node.kind === 'control')
