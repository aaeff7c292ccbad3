/** Whether the list of jobs is open, and which ended jobs were seen in it. View state. */
import { create } from 'zustand'

type JobsView = { readonly isOpen: boolean; readonly seen: ReadonlySet<string> }

export const useJobsView = create<JobsView>(() => ({ isOpen: false, seen: new Set() }))

export const forgetJobs = (): void => useJobsView.setState({ isOpen: false, seen: new Set() })
export const openJobs = (): void => useJobsView.setState({ isOpen: true })
export const closeJobs = (): void => useJobsView.setState({ isOpen: false })
export const noteSeen = (jobIds: readonly string[]): void =>
  useJobsView.setState(({ seen }) =>
    jobIds.every((id) => seen.has(id)) ? {} : { seen: new Set([...seen, ...jobIds]) },
  )
