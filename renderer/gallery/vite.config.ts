/** Serves and builds the gallery, by itself: it is no part of the product. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: folder('.'),
  cacheDir: folder('../../node_modules/.cache/vite-gallery'),
  plugins: [react()],
  build: {
    outDir: folder('../../dist/gallery'),
    emptyOutDir: true,
    target: 'chrome114',
    // No inline data: the content security policy allows our own files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
