/** The two steps of opening a folder: its path is looked into, then the folder is opened. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFolder } from './use-folder.ts'

export const useFolderForm = () => {
  const { t } = useTranslation('folder')
  const { find, choose, move } = useFolder()
  const [path, setPath] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const look = (wanted: string): void => {
    setEmpty(wanted.trim() === '')
    move.reset()
    if (wanted.trim() !== '') find.mutate(wanted.trim())
  }
  const found = find.data
  // What was moved to is about to be shown by a page that starts anew.
  const isBusy = find.isPending || move.isPending || move.isSuccess
  return {
    path,
    found,
    isBusy,
    problem: isEmpty ? t('pathMissing') : undefined,
    error: move.error ?? find.error,
    type: (typed: string): void => {
      setPath(typed)
      setEmpty(false)
      find.reset()
      move.reset()
    },
    choose: (): void =>
      choose.mutate(
        { kind: 'folder' },
        {
          onSuccess: ({ path: chosen }) => {
            if (chosen === null) return
            setPath(chosen)
            look(chosen)
          },
        },
      ),
    submit: (): void => {
      if (isBusy) return
      if (found === undefined) look(path)
      else move.mutate(found.path)
    },
    action: found === undefined ? t(find.isPending ? 'looking' : 'look') : t(isBusy ? 'opening' : 'open'),
  }
}

export type FolderForm = ReturnType<typeof useFolderForm>
