/** How the person wants the app to look; view state, which the settings keep elsewhere and set again at the start. */
import { create } from 'zustand'
import type { Density } from './size-tokens.ts'

export type Appearance = { readonly scheme: 'light' | 'dark' | 'auto'; readonly density: Density }

export const useAppearance = create<Appearance>(() => ({ scheme: 'auto', density: 'standard' }))

export const setAppearance = (change: Partial<Appearance>): void => useAppearance.setState(change)
