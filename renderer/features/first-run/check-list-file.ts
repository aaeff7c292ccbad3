/** Whether a chosen file can be a list of clients at all; what it holds is the engine's to judge. */
import type { TFunction } from 'i18next'

/** One message to the engine holds 64 MiB. */
const mostBytes = 60_000_000

export const checkListFile = (
  { name, size }: Pick<File, 'name' | 'size'>,
  t: TFunction<'firstRun'>,
): string | undefined => {
  if (!/\.(csv|tsv|txt|xlsx)$/iu.test(name)) return t('file.wrongKind', { name })
  return size > mostBytes ? t('file.tooLarge') : undefined
}
