/** The ports of a plain Node host: the machine's clock and randomness, and no keychain. */
import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { EnginePorts, Keychain } from './ports.ts'

export const systemPorts = (keychain?: Keychain): EnginePorts => ({
  clock: { now: () => Date.now() },
  random: { id: () => uuidv7(), bytes: (length) => randomBytes(length) },
  keychain,
})
