/** What a check is: it reads the project and returns what is wrong, in lines for people. */
export type Project = {
  readonly root: string
  /** Every file that git tracks or would track, relative to the root, with forward slashes. */
  readonly files: readonly string[]
}

export type Outcome = {
  /** Empty when the check passes. */
  readonly failures: readonly string[]
  /** Figures worth reading either way. */
  readonly notes?: readonly string[]
}

export type Check = {
  readonly name: string
  run(project: Project): Promise<Outcome>
}
