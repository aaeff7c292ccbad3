/**
 * Prepared statements that are made at their first use. Who opens a file uses few of them, and each costs 20 µs and an
 * object that the collector has to visit: a doctor over 1,500 files held up the engine for it (measured).
 */
export const prepareWhenUsed = <Makers extends Readonly<Record<string, () => unknown>>>(
  makers: Makers,
): { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> } => {
  const prepared = {}
  for (const [name, make] of Object.entries(makers)) {
    const get = (): unknown => {
      const value = make()
      Object.defineProperty(prepared, name, { value })
      return value
    }
    Object.defineProperty(prepared, name, { get, configurable: true })
  }
  return prepared as { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> }
}
