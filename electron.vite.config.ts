/**
 * The product's main process and preload. What else it is made of is bundled by build/scripts/package-desktop.ts: the
 * engine's process, and the page, which is the same on every host.
 */
import { defineConfig } from 'electron-vite'
import { desktopFolder, mainBuild, nodeTarget, preloadBuild } from '#build/vite/shell-builds.ts'

const main = mainBuild({ outDir: `${desktopFolder}main`, target: nodeTarget })
const preload = preloadBuild({ outDir: `${desktopFolder}preload`, target: nodeTarget })

// Dependencies are bundled, because the app is packed without node_modules.
export default defineConfig({
  main: { ...main, build: { ...main.build, externalizeDeps: false } },
  preload: { ...preload, build: { ...preload.build, externalizeDeps: false } },
})
