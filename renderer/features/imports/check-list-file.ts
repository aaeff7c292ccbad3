/** Whether a chosen file can be a list of clients at all; what it holds is the engine's to judge. */

/** One message to the engine holds 64 MiB. */
const mostBytes = 60_000_000

export type FileProblem = 'wrongKind' | 'tooLarge'

export const checkListFile = ({ name, size }: Pick<File, 'name' | 'size'>): FileProblem | undefined => {
  if (!/\.(csv|tsv|txt|xlsx|xlsm)$/iu.test(name)) return 'wrongKind'
  return size > mostBytes ? 'tooLarge' : undefined
}
