/** Work that needs the files of an account to keep their keys and their names: only one of it at a time, and the second is refused. */
export type FilesGate = {
  /** What to call when it is over; undefined while another is under way. */
  enter(): (() => void) | undefined
}

export const createFilesGate = (): FilesGate => {
  let isTaken = false
  return {
    enter() {
      if (isTaken) return undefined
      isTaken = true
      let isOver = false
      return () => {
        if (!isOver) isTaken = false
        isOver = true
      }
    },
  }
}
