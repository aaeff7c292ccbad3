/** Starts the gallery: `#list?scheme=dark&density=compact` chooses the screen and its looks. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startTexts } from '../texts/start-texts.ts'
import { setAppearance } from '../theme/appearance.ts'
import { ThemeProvider } from '../theme/theme-provider.tsx'
import { Gallery } from './gallery.tsx'

// Numbers and dates follow the language of the page.
startTexts()
const [, query = ''] = location.hash.split('?')
const wanted = new URLSearchParams(query)
const scheme = wanted.get('scheme')
const density = wanted.get('density')
if (scheme === 'light' || scheme === 'dark') setAppearance({ scheme })
if (density === 'compact' || density === 'comfortable') setAppearance({ density })

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <ThemeProvider>
      <Gallery />
    </ThemeProvider>
  </StrictMode>,
)
