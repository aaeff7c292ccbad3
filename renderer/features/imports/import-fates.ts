/** The fates of rows and the choices for those that are there already, in the order in which the screen tells them. */
import type { DuplicateChoice, RowFate } from '#api/client-import.ts'
import type { StateTone } from '#renderer/components/risk/state-mark.tsx'

export const rowFates: readonly RowFate[] = ['add', 'update', 'unchanged', 'skip', 'refuse']
export const duplicateChoices: readonly DuplicateChoice[] = ['skip', 'update', 'add']

export const fateTones: Readonly<Record<RowFate, StateTone>> = {
  add: 'ok',
  update: 'ok',
  unchanged: 'info',
  skip: 'info',
  refuse: 'error',
}
