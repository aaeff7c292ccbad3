/** How dates, numbers and names are written; view state, which the settings keep elsewhere and set again at the start. */
import { create } from 'zustand'
import { defaultPreferences, type Preferences } from '#api/preferences.ts'

/** `auto` follows this computer, and the clock the region. */
export type Region = Pick<Preferences, 'region' | 'clock'>

const asThisComputer: Region = { region: defaultPreferences.region, clock: defaultPreferences.clock }

export const useRegion = create<Region>(() => asThisComputer)

export const setRegion = (region: Region): void => useRegion.setState(region)

/** Until an account is open nobody has chosen anything. */
export const forgetRegion = (): void => setRegion(asThisComputer)
