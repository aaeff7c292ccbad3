/** What a library of frameworks or controls is: a named, versioned tree of nodes with the licence it may be used under. */
export type LibraryNode = {
  readonly id: string
  readonly parent: string | null
  /** As the library itself calls it: function, criterion, clause, domain, control … */
  readonly kind: string
  readonly title: string
  /** The publisher's own words, where the licence lets them be shipped. */
  readonly text?: string
  /** What is asked, in our words. */
  readonly explanation?: string
  /** Somebody answers for it with a status of its own; a heading is not assessable. */
  readonly assessable: boolean
  /** Still has its id, and nobody answers for it any more. */
  readonly withdrawn?: boolean
  /** What the library says of the node beside that, such as an implementation group, baselines or a weight. */
  readonly attributes?: NodeAttributes
}

export type NodeAttributes = Readonly<Record<string, string | number | readonly string[]>>

export type LibraryKind = 'framework' | 'controls' | 'mapping' | 'matrix'

export type Library<Node extends LibraryNode = LibraryNode> = {
  readonly id: string
  readonly kind: LibraryKind
  readonly name: string
  readonly version: string
  readonly publisher: string
  /** The publication it stands for, so that a reader finds the original. */
  readonly reference?: string
  readonly licence: { readonly name: string; readonly notice: string }
  readonly language: string
  /** Which kinds of node are counted as what. */
  readonly counted?: CountedKinds
  readonly nodes: readonly Node[]
}

/** Kinds of node behind each published figure. A kind may stand in two: a subcategory is also what is assessed. */
export type CountedKinds = {
  readonly groups: readonly string[]
  readonly categories: readonly string[]
  readonly subcategories: readonly string[]
  readonly controls: readonly string[]
}

export type LibraryCounts = {
  readonly groups: number
  readonly categories: number
  readonly subcategories: number
  readonly controls: number
  /** Controls that are not withdrawn. */
  readonly active: number
  readonly withdrawn: number
}

/** A library without its nodes, as lists show it. */
export type LibrarySummary = Omit<Library, 'nodes' | 'counted'> & {
  readonly counts: LibraryCounts
  /** Nodes somebody answers for. */
  readonly assessable: number
  /** Nodes of each kind. */
  readonly kinds: Readonly<Record<string, number>>
  /** What a client may choose to meet, such as IG1 or Moderate, with the number of controls that it takes. */
  readonly levels: Readonly<Record<string, number>>
}
