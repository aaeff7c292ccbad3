/** The density of lists: what the page says about it, and the heights that virtual lists compute with. */
import { useMediaQuery } from '@mantine/hooks'
import { createContext, use } from 'react'
import { rowHeights, type Density } from './size-tokens.ts'

const touchHeight = 48

export const DensityContext = createContext<Density>('standard')

const useDensity = (): Density => use(DensityContext)

/** The height in px of a row with one or two lines of text; a table may have a density of its own. */
export const useRowHeight = (lines: 1 | 2 = 1, own?: Density): number => {
  const density = useDensity()
  const isTouched = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false })
  const height = rowHeights[own ?? density][lines === 1 ? 'one' : 'two']
  // Where fingers point, the roomiest density has room for them.
  return isTouched && (own ?? density) === 'comfortable' ? Math.max(height, touchHeight) : height
}
