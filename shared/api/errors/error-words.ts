/** What every error has for people, and how an area of the product says it for each of its own. */
/** The closed list of codes on the wire. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PRECONDITION_FAILED'
  | 'UNAVAILABLE'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL'

export type ErrorWords = {
  readonly code: ErrorCode
  /** What happened. */
  readonly message: string
  /** What is safe. */
  readonly safe?: string
  /** What to do. */
  readonly action?: string
}

/** The words of every error of a union, by its tag. */
export type WordsOf<Errors extends { readonly type: string }> = {
  readonly [Tag in Errors['type']]: (error: Extract<Errors, { readonly type: Tag }>) => ErrorWords
}
