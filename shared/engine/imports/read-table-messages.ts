/** What the reader of tables and its worker say to each other. */
import type { TableError } from './table-error.ts'
import type { TableFacts } from './table.ts'
import type { TablePart } from './tidy-rows.ts'

export type ReadTableTask = { readonly bytes: ArrayBuffer; readonly header: boolean; readonly sheet?: string }

/** Each part is answered by `'more'`, so that never more than two of them wait for the engine. */
export type ReadTableMessage =
  | TablePart
  | { readonly type: 'done'; readonly facts: TableFacts }
  | { readonly type: 'refused'; readonly error: TableError }
