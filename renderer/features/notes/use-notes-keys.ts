/** Keys of the notes outside their fields: N writes a new one. */
import { useHotkeys } from '@mantine/hooks'

export const useNotesKeys = ({ onNew }: { readonly onNew: (() => void) | undefined }): void =>
  useHotkeys([
    [
      'n',
      (event) => {
        if (onNew === undefined || event.defaultPrevented) return
        event.preventDefault()
        onNew()
      },
      { preventDefault: false },
    ],
  ])
