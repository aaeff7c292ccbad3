/** The width of a panel: dragged, or changed with the arrow keys on its edge. */
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'

const panelWidths = { initial: 432, min: 360, max: 560, step: 16 } as const

const clamp = (width: number): number => Math.min(panelWidths.max, Math.max(panelWidths.min, Math.round(width)))

export const usePanelWidth = (given: number | undefined, onChange: ((width: number) => void) | undefined) => {
  const [width, setWidth] = useState(clamp(given ?? panelWidths.initial))
  const drag = useRef<{ readonly x: number; readonly width: number }>(undefined)
  // Where the page reads from right to left, the panel's edge is its right one.
  const outwards = (): 1 | -1 => (document.documentElement.dir === 'rtl' ? 1 : -1)
  const change = (next: number): void => setWidth(clamp(next))
  const finish = (): void => {
    if (drag.current === undefined) return
    drag.current = undefined
    onChange?.(width)
  }
  const handle = {
    tabIndex: 0,
    'aria-valuenow': width,
    'aria-valuemin': panelWidths.min,
    'aria-valuemax': panelWidths.max,
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { x: event.clientX, width }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      if (drag.current !== undefined) change(drag.current.width + (event.clientX - drag.current.x) * outwards())
    },
    onPointerUp: finish,
    onPointerCancel: finish,
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      event.preventDefault()
      const wider = (event.key === 'ArrowRight' ? 1 : -1) * outwards() * panelWidths.step
      change(width + wider)
      onChange?.(clamp(width + wider))
    },
  }
  return { width, handle }
}
