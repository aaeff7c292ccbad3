/** Matches what is pressed against the keys of the commands: chords such as `Mod+K`, and letters one after the other. */
import { entryOf, type CommandId } from './command-catalog.ts'

/** Milliseconds within which the second letter of `G D` has to follow. */
const patience = 1500

export type KeySituation = {
  readonly offered: readonly CommandId[]
  /** Commands of a single character are heard. */
  readonly letters: boolean
  readonly inField: boolean
  /** A dialog, a menu or a list lies on top: what is below it hears nothing. */
  readonly isCovered: boolean
}

export type KeySequence = {
  /** The command that is complete with this key, if there is one. */
  press(event: PressedKey, situation: KeySituation): CommandId | undefined
}

export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export const createKeySequence = (now: () => number): KeySequence => {
  let first: { readonly key: string; readonly at: number } | undefined
  return {
    press(event, situation) {
      const chord = chordOf(event)
      const before = first !== undefined && now() - first.at < patience ? first.key : undefined
      first = undefined
      const heard = situation.offered.filter((id) => isHeard(id, situation))
      const complete = heard.find((id) => {
        const { keys = [] } = entryOf(id)
        return keys.length === 2 ? keys[0] === before && keys[1] === chord : keys.length === 1 && keys[0] === chord
      })
      if (complete !== undefined) return complete
      const begins = heard.some((id) => entryOf(id).keys?.length === 2 && entryOf(id).keys?.[0] === chord)
      if (begins) first = { key: chord, at: now() }
      return undefined
    },
  }
}

const isHeard = (id: CommandId, { letters, inField, isCovered }: KeySituation): boolean => {
  const { keys = [], worksInFields = false, heardElsewhere = false, worksCovered = false } = entryOf(id)
  if (heardElsewhere || (isCovered && !worksCovered)) return false
  if (inField) return worksInFields
  return letters || !keys.some((key) => key.length === 1)
}

/** `Mod+Shift+Z`, `G`, `?`: as the catalog writes them. */
const chordOf = (event: PressedKey): string => {
  const isLetter = /^[a-z]$/i.test(event.key)
  const key = isLetter ? event.key.toUpperCase() : event.key
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    // "?" needs Shift on many keyboards, and says so by itself.
    event.shiftKey && (isLetter || key.length > 1) ? 'Shift' : '',
  ]
  return [...modifiers.filter((modifier) => modifier !== ''), key].join('+')
}
