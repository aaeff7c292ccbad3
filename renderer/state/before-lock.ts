/** What has to be done before the account is locked: what somebody is writing is saved first. */
const tasks = new Set<() => Promise<void>>()

/** Gives the way out. */
export const addBeforeLock = (task: () => Promise<void>): (() => void) => {
  tasks.add(task)
  return () => tasks.delete(task)
}

/** Milliseconds: an engine that does not answer must not keep the account open. */
const patience = 2000

export const settleBeforeLock = async (): Promise<void> => {
  if (tasks.size === 0) return
  const tooLate = new Promise<void>((resolve) => void setTimeout(resolve, patience))
  await Promise.race([Promise.all([...tasks].map((task) => task())), tooLate])
}
