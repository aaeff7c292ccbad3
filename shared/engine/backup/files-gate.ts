/**
 * Work that needs the files of an account to keep their keys and their names: a backup, a restore and a change of keys
 * need all of them for themselves, hand-overs share them with each other. Whoever comes second is refused.
 */
export type FilesGate = {
  /** What to call when it is over; undefined while anything else is under way. */
  enter(): (() => void) | undefined
  /** As `enter`, beside others who share. */
  share(): (() => void) | undefined
}

export const createFilesGate = (): FilesGate => {
  let isTaken = false
  let sharing = 0
  const once = (leave: () => void): (() => void) => {
    let isOver = false
    return () => {
      if (!isOver) leave()
      isOver = true
    }
  }
  return {
    enter() {
      if (isTaken || sharing > 0) return undefined
      isTaken = true
      return once(() => (isTaken = false))
    },
    share() {
      if (isTaken) return undefined
      sharing += 1
      return once(() => (sharing -= 1))
    },
  }
}
