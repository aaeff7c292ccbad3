/** What axe finds on a screen that keeps somebody out. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** One line for each rule that is broken, with the elements that break it. */
export const findBarriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, impact, nodes }) => {
    const elements = nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 160)}`)
    return `${id} (${String(impact)}): ${elements.join('; ')}`
  })
}
