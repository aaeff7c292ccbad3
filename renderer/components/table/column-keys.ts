/** Alt and the arrow keys on a column, in its head and in the menu of columns: wider, narrower, and with Shift another place. */
import type { KeyboardEvent } from 'react'

export type ColumnKey =
  | { readonly type: 'Widen'; readonly by: number }
  | { readonly type: 'Move'; readonly step: -1 | 1 }

const widthStep = 16

/** Undefined for other keys; one that is meant for the column goes no further. */
export const takeColumnKey = (event: KeyboardEvent): ColumnKey | undefined => {
  if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return undefined
  event.preventDefault()
  event.stopPropagation()
  const step = event.key === 'ArrowRight' ? 1 : -1
  return event.shiftKey ? { type: 'Move', step } : { type: 'Widen', by: step * widthStep }
}
