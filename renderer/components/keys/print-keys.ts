/** Words for keys: a registry says "Mod+Shift+Z", people read "Ctrl Shift Z", or "⌘ ⇧ Z" on a Mac. */

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const words: Readonly<Record<string, readonly [other: string, mac: string]>> = {
  Mod: ['Ctrl', '⌘'],
  Ctrl: ['Ctrl', '⌃'],
  Alt: ['Alt', '⌥'],
  Shift: ['Shift', '⇧'],
  Escape: ['Esc', 'Esc'],
  ArrowUp: ['↑', '↑'],
  ArrowDown: ['↓', '↓'],
  ArrowLeft: ['←', '←'],
  ArrowRight: ['→', '→'],
}

export const printKeys = (chord: string, mac: boolean = isMac): string =>
  chord
    .split(/\+(?=.)/)
    .map((key) => words[key]?.[mac ? 1 : 0] ?? key)
    .join(' ')
