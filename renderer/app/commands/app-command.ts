/** A command that can be run: the one list of them feeds keys, palette and the sheet of keys. */
import type { ReactNode } from 'react'
import type { Command } from '#renderer/components/keys/command.ts'

export type AppCommand = Command & {
  readonly icon: ReactNode
  readonly run: () => void
  /** Also while a text field has the focus: only for chords that a field has no use for. */
  readonly worksInFields?: boolean
}
