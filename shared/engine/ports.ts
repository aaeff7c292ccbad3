/** What a host supplies to the engine: time, randomness, the machine's keychain. Tests supply fakes. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export type Random = {
  /** UUIDv7, so that ids order by creation. */
  id(): string
  bytes(length: number): Uint8Array
}

/** The operating system's secret store. `undefined` where the host has none (a plain command line). */
export type Keychain = {
  /** For people: "macOS Keychain", "GNOME Keyring". */
  readonly name: string
  seal(secret: Uint8Array): Promise<Uint8Array>
  /** Rejects when the store is locked or holds another user's secret. */
  open(sealed: Uint8Array): Promise<Uint8Array>
}

export type EnginePorts = {
  readonly clock: Clock
  readonly random: Random
  readonly keychain: Keychain | undefined
}
