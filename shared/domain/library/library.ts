/** What a library of frameworks or controls is: a named, versioned tree of nodes with the licence it may be used under. */
export type LibraryNode = {
  readonly id: string
  readonly parent: string | null
  /** As the library itself calls it: function, criterion, clause, domain, control … */
  readonly kind: string
  readonly title: string
  /** Somebody answers for it with a status of its own; a heading is not assessable. */
  readonly assessable: boolean
}

export type Library<Node extends LibraryNode = LibraryNode> = {
  readonly id: string
  readonly kind: 'framework' | 'controls' | 'mapping' | 'matrix'
  readonly name: string
  readonly version: string
  readonly publisher: string
  readonly licence: { readonly name: string; readonly notice: string }
  readonly language: string
  readonly nodes: readonly Node[]
}
