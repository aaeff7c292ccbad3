/** The frame that never changes: sidebar, main region, status bar; F6 walks through its regions. */
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import css from './app-frame.module.css'
import { FrameContext } from './frame-context.ts'
import { useRegionKeys } from './use-region-keys.ts'

export type AppFrameProps = {
  /** Texts of the landmarks, for those who hear the page. */
  readonly labels: { readonly navigation: string; readonly skipToContent: string }
  readonly sidebar: ReactNode
  /** `auto` collapses the sidebar where the window is narrower than 1180. */
  readonly collapsed?: boolean | 'auto'
  readonly status: ReactNode
  /** The main region: usually one `Page`. */
  readonly children: ReactNode
}

export const AppFrame = ({ labels, sidebar, collapsed = 'auto', status, children }: AppFrameProps) => {
  const isNarrow = useMediaQuery('(max-width: 1179px)', false, { getInitialValueInEffect: false })
  const isCollapsed = collapsed === 'auto' ? isNarrow : collapsed
  const regions = useRegionKeys()
  return (
    <FrameContext value={{ isCollapsed }}>
      <div className={css.frame} data-collapsed={isCollapsed || undefined} ref={regions}>
        <button type="button" className={css.skip} onClick={() => document.getElementById('main')?.focus()}>
          {labels.skipToContent}
        </button>
        <nav className={css.sidebar} aria-label={labels.navigation} data-region tabIndex={-1}>
          {sidebar}
        </nav>
        <main className={css.main} id="main" data-region tabIndex={-1}>
          {children}
        </main>
        <footer className={css.status} data-region tabIndex={-1}>
          {status}
        </footer>
      </div>
    </FrameContext>
  )
}
