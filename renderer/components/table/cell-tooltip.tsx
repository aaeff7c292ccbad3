/** Shows the whole text of a cell that does not fit: under the pointer, and for the row under the cursor. */
import { Portal } from '@mantine/core'
import { useEffect, useState, type RefObject } from 'react'
import css from './data-table.module.css'

type Shown = { readonly text: string; readonly left: number; readonly top: number }

const delay = 400

export const CellTooltip = ({ within }: { readonly within: RefObject<HTMLElement | null> }) => {
  const [shown, setShown] = useState<Shown>()
  useEffect(() => {
    const grid = within.current
    if (grid === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (cell: HTMLElement | null | undefined): void => {
      clearTimeout(timer)
      setShown(undefined)
      if (cell === null || cell === undefined || cell.scrollWidth <= cell.clientWidth) return
      timer = setTimeout(() => setShown(placeOf(cell)), delay)
    }
    const onPointer = (event: Event): void => show(cellOf(event.target))
    const onKey = (): void => {
      const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
      show(row?.querySelector<HTMLElement>('[role="gridcell"][data-name]'))
    }
    const hide = (): void => show(undefined)
    grid.addEventListener('pointerover', onPointer)
    grid.addEventListener('pointerleave', hide)
    grid.addEventListener('scroll', hide, { passive: true })
    grid.addEventListener('keyup', onKey)
    grid.addEventListener('blur', hide)
    return () => {
      clearTimeout(timer)
      grid.removeEventListener('pointerover', onPointer)
      grid.removeEventListener('pointerleave', hide)
      grid.removeEventListener('scroll', hide)
      grid.removeEventListener('keyup', onKey)
      grid.removeEventListener('blur', hide)
    }
  }, [within])
  if (shown === undefined) return null
  return (
    <Portal>
      <div className={css.tooltip} aria-hidden style={{ left: shown.left, top: shown.top }}>
        {shown.text}
      </div>
    </Portal>
  )
}

const cellOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"]') : null

const placeOf = (cell: HTMLElement): Shown => {
  const { left, bottom } = cell.getBoundingClientRect()
  return { text: cell.dataset['text'] ?? cell.textContent, left, top: bottom }
}
