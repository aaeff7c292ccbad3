/** What this page forgets when an account is locked: everything of the practice, but what was typed and not saved. */
import { cleanNotifications, cleanNotificationsQueue } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import { setPanel } from '../features/clients/clients-view.ts'
import { forgetRegion } from '../region/region.ts'
import { forgetJobs } from '../features/jobs/jobs-view.ts'

export const leaveAccount = (queries: QueryClient): void => {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'health' })
  queries.getMutationCache().clear()
  forgetJobs()
  forgetRegion()
  setPanel(undefined)
  cleanNotificationsQueue()
  cleanNotifications()
}
