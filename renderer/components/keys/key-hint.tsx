/** Prints keys as they stand on the keyboard: one box for each press. */
import css from './key-hint.module.css'
import { printKeys } from './print-keys.ts'

/** `keys` are pressed one after the other: ["G", "D"], or ["Mod+K"] for one chord. */
export const KeyHint = ({ keys }: { readonly keys: readonly string[] }) => (
  <span className={css.keys}>
    {keys.map((key) => (
      <kbd key={key} className={css.key}>
        {printKeys(key)}
      </kbd>
    ))}
  </span>
)
