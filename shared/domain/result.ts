/** An expected failure is a value: `ok: false` with a tagged error. Throwing is for bugs only. */
export type Result<Value, Failure> = Ok<Value> | Err<Failure>

export type Ok<Value> = { readonly ok: true; readonly value: Value }
export type Err<Failure> = { readonly ok: false; readonly error: Failure }

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value })
export const err = <const Failure>(error: Failure): Err<Failure> => ({ ok: false, error })

/** For the default branch of a switch over tags: compiles only when every tag is handled. */
export const assertNever = (value: never): never => {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
