/** Keeps a Chromium that shows our page from calling its maker: about forms, updates, dictionaries and experiments. */
import { hostResolverRules } from '#electron/host-resolver-rules.ts'

export const quietFlags: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  `--${hostResolverRules.name}=${hostResolverRules.value}`,
]
