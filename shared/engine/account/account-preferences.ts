/** The preferences of this device, in `meta` of the portfolio file. */
import type { Account } from '#api/engine.ts'
import { defaultPreferences, preferencesSchema } from '#api/preferences.ts'
import type { Log } from '../log/open-log.ts'

const preferencesKey = 'preferences'

export const createAccountPreferences = ({ statements }: Log): Pick<Account, 'preferences' | 'setPreferences'> => {
  const preferences: Account['preferences'] = () => {
    const stored = statements.getMeta.get(preferencesKey)
    const parsed = preferencesSchema.safeParse(stored === undefined ? undefined : JSON.parse(stored))
    // Another version may have written others: then ours begin anew.
    return parsed.success ? parsed.data : defaultPreferences
  }
  return {
    preferences,
    setPreferences(change) {
      const next = { ...preferences(), ...change }
      statements.setMeta.run(preferencesKey, JSON.stringify(next))
      return next
    },
  }
}
