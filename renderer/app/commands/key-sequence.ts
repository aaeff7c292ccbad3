/** Matches what is pressed against the keys of the commands: chords such as `Mod+K`, and letters one after the other. */
import type { AppCommand } from './app-command.ts'

/** Milliseconds within which the second letter of `G D` has to follow. */
const patience = 1500

export type KeySequence = {
  /** The command that is complete with this key, if there is one. */
  press(event: KeyboardEvent, commands: readonly AppCommand[]): AppCommand | undefined
}

export const createKeySequence = (now: () => number): KeySequence => {
  let first: { readonly key: string; readonly at: number } | undefined
  return {
    press(event, commands) {
      const inField = isTextField(event.target)
      const chord = chordOf(event)
      const fits = (command: AppCommand): boolean => !inField || command.worksInFields === true
      const before = first !== undefined && now() - first.at < patience ? first.key : undefined
      first = undefined
      const complete = commands.find(({ keys = [], ...command }) => {
        if (!fits({ keys, ...command })) return false
        if (keys.length === 2) return keys[0] === before && keys[1] === chord
        return keys.length === 1 && keys[0] === chord
      })
      if (complete !== undefined) return complete
      const begins = commands.some(
        (command) => command.keys?.length === 2 && command.keys[0] === chord && fits(command),
      )
      if (begins) first = { key: chord, at: now() }
      return undefined
    },
  }
}

/** `Mod+Shift+Z`, `G`, `?`: as the registry writes them. */
const chordOf = (event: KeyboardEvent): string => {
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

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)))
