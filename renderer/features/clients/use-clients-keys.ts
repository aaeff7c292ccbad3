/** Keys of the Clients screen outside its table and fields: / searches, N adds a client, Esc closes the panel. */
import { useHotkeys } from '@mantine/hooks'

export type ClientsKeys = {
  readonly onSearch: () => void
  readonly onAdd: (() => void) | undefined
  readonly onClose: (() => void) | undefined
}

export const useClientsKeys = ({ onSearch, onAdd, onClose }: ClientsKeys): void => {
  const unlessCovered = (run: (() => void) | undefined) => (event: KeyboardEvent) => {
    if (run === undefined || event.defaultPrevented || isCovered()) return
    event.preventDefault()
    run()
  }
  const options = { preventDefault: false }
  useHotkeys([
    ['/', unlessCovered(onSearch), options],
    ['n', unlessCovered(onAdd), options],
    ['Escape', unlessCovered(onClose), options],
  ])
}

/** What lies on top takes the key first. */
const isCovered = (): boolean =>
  [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some((layer) =>
    layer.checkVisibility(),
  )
