/** How the app looks and behaves on this device for this account: kept beside the portfolio, never shared with the team. */
import { z } from 'zod'

export const preferencesSchema = z.strictObject({
  /** `auto` follows the machine. */
  scheme: z.enum(['auto', 'light', 'dark']),
  density: z.enum(['compact', 'standard', 'comfortable']),
  /** Minutes without input after which the account is locked; 0 for never. */
  autoLockMinutes: z.int().min(0).max(480),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = { scheme: 'auto', density: 'standard', autoLockMinutes: 15 }
