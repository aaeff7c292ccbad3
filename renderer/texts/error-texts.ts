/** Words of the page itself; the engine's errors bring their own. */
export const errorTexts = {
  title: 'This did not work',
  copyDetails: 'Copy details',
  copied: 'Copied',
  tryAgain: 'Try again',
  screenFailed: 'This screen could not be shown.',
  screenFailedSafe: 'Everything that was saved is safe.',
  screenFailedAction: 'Try again. If it happens again, copy the details and report them.',
} as const
