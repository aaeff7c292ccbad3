/** Runs pieces of work one after the other; one that fails does not hold up the next. */
export type OneAtATime = { run<Value>(work: () => Promise<Value>): Promise<Value> }

export const createOneAtATime = (): OneAtATime => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      const next = last.then(work)
      last = next.catch(() => undefined)
      return next
    },
  }
}
