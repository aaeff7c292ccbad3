/** One command of the app, as menus, the palette and the sheet of keys show it. */
export type Command = {
  readonly id: string
  readonly label: string
  /** The part of the app under which the sheet of keys lists it. */
  readonly group: string
  /** Pressed one after the other: ["G", "D"], or ["Mod+K"] for one chord. */
  readonly keys?: readonly string[] | undefined
  /** Other words by which it is found. */
  readonly keywords?: readonly string[] | undefined
}
