/** The preferences of this device, in `meta` of the portfolio file. */
import type { Account } from '#api/engine.ts'
import { readPreferences } from '#api/preferences.ts'
import type { Log } from '../log/open-log.ts'

const preferencesKey = 'preferences'

export const createAccountPreferences = ({ statements }: Log): Pick<Account, 'preferences' | 'setPreferences'> => {
  const preferences: Account['preferences'] = () => {
    const stored = statements.getMeta.get(preferencesKey)
    return readPreferences(stored === undefined ? undefined : JSON.parse(stored))
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
