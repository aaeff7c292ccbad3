/**
 * What a Chromium that shows our page may resolve: this machine alone. It would call its maker in spite of the switches
 * that should keep it from that: for the dictionaries of a spell checker that is off, about the forms of a page.
 */
export const hostResolverRules = {
  name: 'host-resolver-rules',
  value: 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
} as const
