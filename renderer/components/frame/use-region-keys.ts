/** F6 and Shift F6 move the focus from region to region: sidebar, content, side column, panel, status bar. */
import { useEffect, useRef, type RefObject } from 'react'

const focusable =
  '[data-region-start], [role="grid"], a[href], button:not(:disabled), input:not(:disabled), [tabindex="0"]'

export const useRegionKeys = (): RefObject<HTMLDivElement | null> => {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || frame.current === null) return
      const regions = [...frame.current.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown)
      if (regions.length === 0) return
      event.preventDefault()
      // The innermost region counts: a panel lies inside the main region.
      const here = regions.findLastIndex((region) => region.contains(document.activeElement))
      const step = event.shiftKey ? -1 : 1
      const next = regions[(Math.max(here, event.shiftKey ? 0 : -1) + step + regions.length) % regions.length]
      if (next !== undefined) enter(next)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return frame
}

const isShown = (element: HTMLElement): boolean => element.offsetParent !== null && element.childElementCount > 0

const enter = (region: HTMLElement): void => {
  const within = [...region.querySelectorAll<HTMLElement>(focusable)].find(
    (element) => element.closest('[data-region]') === region && element.offsetParent !== null,
  )
  const target = within ?? region
  target.focus()
}
