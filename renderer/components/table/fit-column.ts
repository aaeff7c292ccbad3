/** The width that shows everything of a column which is on the screen now. */
export const fitColumn = (handle: HTMLElement): number => {
  const head = handle.closest<HTMLElement>('[role="columnheader"]')
  const place = head?.getAttribute('aria-colindex')
  const cells = head?.closest('[role="grid"]')?.querySelectorAll<HTMLElement>(`[aria-colindex="${place}"]`) ?? []
  return Math.max(...[...cells].map(contentWidth)) + 1
}

const contentWidth = (cell: HTMLElement): number => {
  const range = document.createRange()
  range.selectNodeContents(cell)
  // The handle itself reaches into the gap beside the column.
  const handle = cell.querySelector('[data-handle]')
  if (handle !== null) {
    range.setEndBefore(handle)
    return range.getBoundingClientRect().width
  }
  return Math.max(range.getBoundingClientRect().width, cell.scrollWidth > cell.clientWidth ? cell.scrollWidth : 0)
}
