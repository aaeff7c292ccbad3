/** How the app looks and behaves on this device for this account: kept beside the portfolio, never shared with the team. */
import { z } from 'zod'
import { clientViewSchema } from './client-views.ts'

const clientIds = z.array(z.uuid())

export const preferencesSchema = z.strictObject({
  /** `auto` follows the machine. */
  scheme: z.enum(['auto', 'light', 'dark']),
  density: z.enum(['compact', 'standard', 'comfortable']),
  /** Whose way of writing dates, numbers and names, such as `de-CH`; `auto` follows the machine. */
  region: z.union([z.literal('auto'), z.string().regex(/^[a-z]{2,3}-[A-Z]{2}$/)]),
  /** `auto` is the clock of the region. */
  clock: z.enum(['auto', '12', '24']),
  /** Minutes without input after which the account is locked; 0 for never. */
  autoLockMinutes: z.int().min(0).max(480),
  /** Commands of one letter, such as N for a new client. */
  letterKeys: z.boolean(),
  /** The clients in the sidebar, in its order. */
  openClients: clientIds.max(8),
  /** Newest first. */
  recentClients: clientIds.max(20),
  /** In the order of their tabs. */
  clientViews: z.array(clientViewSchema).max(30),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = {
  scheme: 'auto',
  density: 'standard',
  region: 'auto',
  clock: 'auto',
  autoLockMinutes: 15,
  letterKeys: true,
  openClients: [],
  recentClients: [],
  clientViews: [],
}

/** What another version has stored: what it does not know, or knows otherwise, begins anew, and nothing else does. */
export const readPreferences = (stored: unknown): Preferences => {
  if (typeof stored !== 'object' || stored === null) return defaultPreferences
  const { shape } = preferencesSchema
  const known = Object.entries(stored).filter(
    ([name, value]) => Object.hasOwn(shape, name) && shape[name as keyof Preferences].safeParse(value).success,
  )
  return { ...defaultPreferences, ...Object.fromEntries(known) }
}
