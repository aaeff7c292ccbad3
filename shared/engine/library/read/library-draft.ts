/** What every reader of libraries gives back: nodes as the file has them, and an account of what became of the file. */
export type DraftNode = {
  readonly id: string
  readonly parent: string | null
  /** `AC-2(1)` where the id is `ac-2.1`. */
  readonly label: string
  readonly kind: string
  readonly title: string
  readonly text: string
  readonly isGroup: boolean
  readonly isWithdrawn: boolean
}

/** `controls` counts every node that is no group; categories and subcategories only those in force. */
export type LibraryCounts = {
  readonly groups: number
  readonly categories: number
  readonly subcategories: number
  readonly controls: number
  readonly active: number
  readonly withdrawn: number
}

export type LibraryDraft = {
  /** Of the file; undefined where it has none. */
  readonly uuid: string | undefined
  readonly title: string
  readonly version: string
  readonly nodes: readonly DraftNode[]
  readonly changed: readonly string[]
  readonly warnings: readonly string[]
}

/** What happened, what is safe, what to do. */
export type LibraryRefusal = { readonly type: 'LibraryRefused'; readonly message: string }

export const libraryRefused = (what: string, remedy: string): LibraryRefusal => ({
  type: 'LibraryRefused',
  message: `${what} Nothing was imported. ${remedy}`,
})

export const countNodes = (nodes: readonly DraftNode[]): LibraryCounts => {
  const controls = nodes.filter(({ isGroup }) => !isGroup)
  const active = controls.filter(({ isWithdrawn }) => !isWithdrawn)
  const ofKind = (kind: string): number => active.filter((node) => node.kind === kind).length
  return {
    groups: nodes.length - controls.length,
    categories: ofKind('category'),
    subcategories: ofKind('subcategory'),
    controls: controls.length,
    active: active.length,
    withdrawn: controls.length - active.length,
  }
}
