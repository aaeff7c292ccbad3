/** Builds the page that every host shows, into dist/renderer. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export default defineConfig({
  root: folder('renderer'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: folder('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    sourcemap: false,
    // No inline data: the content security policy allows our own files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
