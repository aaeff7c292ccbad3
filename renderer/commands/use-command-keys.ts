/** Hears the keys of all commands, once for the whole page. */
import { useEffect } from 'react'
import { createKeySequence } from './key-sequence.ts'
import { areLetterKeysOn } from './letter-keys.ts'
import { offeredCommands, runCommand } from './use-commands.ts'

export const useCommandKeys = (): void =>
  useEffect(() => {
    const sequence = createKeySequence(() => performance.now())
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const command = sequence.press(event, {
        offered: offeredCommands(),
        letters: areLetterKeysOn(),
        inField: isTextField(event.target),
        isCovered: isCovered(),
      })
      if (command === undefined) return
      event.preventDefault()
      runCommand(command)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)))

/** What lies on top takes the key first. */
const isCovered = (): boolean =>
  [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')].some(
    (layer) => layer.checkVisibility(),
  )
