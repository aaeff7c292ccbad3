/** Whether commands of a single letter are heard: a person can turn them off (WCAG 2.1.4). View state of a preference. */
import { create } from 'zustand'

const useLetters = create<{ readonly areOn: boolean }>(() => ({ areOn: true }))

export const setLetterKeys = (areOn: boolean): void => useLetters.setState({ areOn })
export const useLetterKeys = (): boolean => useLetters().areOn
export const areLetterKeysOn = (): boolean => useLetters.getState().areOn
