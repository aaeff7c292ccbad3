/** The preferences of this device, and their effect on the page. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { defaultPreferences, type Preferences } from '#api/preferences.ts'
import { setLetterKeys } from '#renderer/commands/letter-keys.ts'
import { setAppearance } from '#renderer/theme/appearance.ts'
import { setRegion } from '#renderer/region/region.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export const usePreferences = () => {
  const rpc = useRpc()
  const queries = useQueryClient()
  const { data: preferences = defaultPreferences } = useQuery({
    queryKey: ['preferences'],
    queryFn: () => rpc.practice.preferences.query(),
  })
  const { mutateAsync } = useMutation({
    mutationFn: (change: Partial<Preferences>) => rpc.practice.setPreferences.mutate(change),
    onSuccess: (next) => queries.setQueryData(['preferences'], next),
  })
  return { preferences, setPreferences: mutateAsync }
}

/** Once in the frame: the page looks as was chosen. */
export const useAppliedPreferences = (): Preferences => {
  const { preferences } = usePreferences()
  useEffect(() => {
    setAppearance({ scheme: preferences.scheme, density: preferences.density })
    setRegion({ region: preferences.region, clock: preferences.clock })
    setLetterKeys(preferences.letterKeys)
  }, [preferences])
  return preferences
}
