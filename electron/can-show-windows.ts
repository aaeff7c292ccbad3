/** Whether a window with Chromium's sandbox can be shown at all, for whoever starts the program here. */

export type Desk = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
}

/** Undefined where it can; else the reason in one sentence. */
export const reasonForNoWindow = ({ platform, env, isRoot }: Desk): string | undefined => {
  const hasScreen = platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
  if (!hasScreen) return 'There is no screen here for a window.'
  return isRoot ? 'Chromium opens no window for root, whom its sandbox cannot protect.' : undefined
}
