/** All keys of the app on one sheet, from the registry that also feeds menus and palette. */
import { Dialog } from '../dialogs/dialog.tsx'
import css from '../dialogs/dialogs.module.css'
import type { Command } from '../keys/command.ts'
import { KeyHint } from '../keys/key-hint.tsx'

export type ShortcutsSheetProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** Those without keys are left out; groups stand in the order in which they first appear. */
  readonly commands: readonly Command[]
}

export const ShortcutsSheet = ({ isOpen, onClose, title, commands }: ShortcutsSheetProps) => {
  const withKeys = commands.filter(({ keys }) => keys !== undefined && keys.length > 0)
  const groups = [...new Set(withKeys.map(({ group }) => group))]
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} width={640}>
      <div className={css.sheet}>
        {groups.map((group) => (
          <section key={group} className={css.sheetGroup}>
            <h3 className={css.sheetTitle}>{group}</h3>
            <ul>
              {withKeys
                .filter((command) => command.group === group)
                .map(({ id, label, keys }) => (
                  <li key={id} className={css.sheetRow}>
                    <span>{label}</span>
                    <KeyHint keys={keys ?? []} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
