/** The density of lists: what the page says about it, and the heights that virtual lists compute with. */
import { createContext, use } from 'react'
import { rowHeights, type Density } from './size-tokens.ts'

export const DensityContext = createContext<Density>('standard')

const useDensity = (): Density => use(DensityContext)

/** The height in px of a row with one or two lines of text; a table may have a density of its own. */
export const useRowHeight = (lines: 1 | 2 = 1, own?: Density): number => {
  const density = useDensity()
  return rowHeights[own ?? density][lines === 1 ? 'one' : 'two']
}
