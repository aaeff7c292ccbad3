/** The list's grid, to give the focus back to it when what lay over or beside it is closed. */
import { useRef, type RefObject } from 'react'

export const useListFocus = (): {
  readonly within: RefObject<HTMLDivElement | null>
  readonly focusList: () => void
} => {
  const within = useRef<HTMLDivElement>(null)
  // What closes may still hold the focus: it is moved once that is gone.
  const focusList = (): void =>
    void requestAnimationFrame(() => within.current?.querySelector<HTMLElement>('[role="grid"]')?.focus())
  return { within, focusList }
}
