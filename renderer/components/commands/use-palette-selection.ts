/** Which result is under the cursor: the first of every new list, until one moves. */
import { useEffect, useState, type RefObject } from 'react'

export const usePaletteSelection = <Item>(items: readonly Item[], list: RefObject<HTMLElement | null>) => {
  const [place, setPlace] = useState({ items, index: 0 })
  const index = place.items === items ? place.index : 0
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [list, index, items])
  return {
    item: items[index],
    move: (step: 1 | -1): void => {
      if (items.length > 0) setPlace({ items, index: (index + step + items.length) % items.length })
    },
    point: (item: Item): void => {
      const at = items.indexOf(item)
      if (at >= 0 && at !== index) setPlace({ items, index: at })
    },
  }
}
