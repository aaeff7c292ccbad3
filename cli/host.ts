/** What the command line is given by the process that it runs in. */
export type Host = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly version: string
  /** Where neither an option nor the environment names a folder. */
  readonly defaultDataDir: string
  readonly stdout: Output
  readonly stderr: Output
  /** Aborts when whoever called wants it to end. */
  readonly signal: AbortSignal
}

export type Output = { readonly isTTY?: boolean; write(text: string): unknown }
