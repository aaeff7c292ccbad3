/** What only the tests of the Electron lane need: their page, and an app whose engine needs no storage. */
import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'
import { scriptBuild, type ShellBuild } from './shell-builds.ts'

export const fixturePageBuild = ({ outDir, target }: ShellBuild): InlineConfig => ({
  root: fileURLToPath(new URL('../../e2e/electron/fixture-page', import.meta.url)),
  configFile: false,
  logLevel: 'warn',
  build: { outDir, target, emptyOutDir: true, modulePreload: { polyfill: false } },
})

export const utilityMainBuild = (build: ShellBuild): InlineConfig =>
  scriptBuild('e2e/electron/utility-app/main.ts', build)

export const utilityEngineBuild = (build: ShellBuild): InlineConfig =>
  scriptBuild('e2e/electron/utility-app/engine.ts', build)
