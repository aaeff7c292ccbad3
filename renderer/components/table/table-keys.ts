/** What a key does in a list. */
import type { CursorMove } from './row-cursor.ts'

export type TableAction =
  | { readonly type: 'Move'; readonly move: CursorMove; readonly extend: boolean }
  | { readonly type: 'Open'; readonly newWindow: boolean }
  | { readonly type: 'Toggle'; readonly range: boolean }
  | { readonly type: 'SelectAll' }
  | { readonly type: 'Clear' }
  /** Of the group that the cursor is in. */
  | { readonly type: 'Fold'; readonly folded: boolean }

export type PressedKey = {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const moves: Readonly<Record<string, CursorMove>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
}

/** Single letters can be turned off (WCAG 2.1.4). */
export const actionOfKey = (pressed: PressedKey, options: { readonly letters: boolean }): TableAction | undefined => {
  const { key, shiftKey, altKey } = pressed
  const control = pressed.ctrlKey || pressed.metaKey
  if (altKey) return undefined
  if (key === 'Enter') return { type: 'Open', newWindow: control }
  if (control) return key.toLowerCase() === 'a' ? { type: 'SelectAll' } : undefined
  const move = moves[key]
  if (move !== undefined) return { type: 'Move', move, extend: shiftKey && !key.startsWith('Page') }
  if (key === ' ') return { type: 'Toggle', range: shiftKey }
  if (key === 'ArrowLeft' || key === 'ArrowRight') return { type: 'Fold', folded: key === 'ArrowLeft' }
  if (key === 'Escape') return { type: 'Clear' }
  if (!options.letters || shiftKey) return undefined
  if (key === 'j') return { type: 'Move', move: 'next', extend: false }
  if (key === 'k') return { type: 'Move', move: 'previous', extend: false }
  return undefined
}
