/** Which jobs a screen shows from start to end: their end needs no toast while that screen is there. */

const followers = new Map<string, number>()

/** Until the answer is called. */
export const followJob = (jobId: string): (() => void) => {
  followers.set(jobId, (followers.get(jobId) ?? 0) + 1)
  return () => {
    const left = (followers.get(jobId) ?? 1) - 1
    if (left === 0) followers.delete(jobId)
    else followers.set(jobId, left)
  }
}

export const isFollowed = (jobId: string): boolean => followers.has(jobId)
