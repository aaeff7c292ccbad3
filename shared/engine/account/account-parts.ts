/** What the parts of an unlocked account share: its keys, its portfolio, its ports and its voice. */
import type { EngineEvent } from '#api/events.ts'
import type { AccountPaths } from '../data-dir/data-dir-paths.ts'
import type { BandThresholds } from '#domain/scoring/band-thresholds.ts'
import type { Keyring } from '../keyring/keyring.ts'
import type { Actor } from '../log/edit.ts'
import type { Log } from '../log/open-log.ts'
import type { ChangeSets } from '../portfolio/change-sets.ts'
import type { TenantRegistry } from '../portfolio/tenant-registry.ts'
import type { EnginePorts } from '../ports.ts'

export type AccountParts = {
  readonly accountId: string
  readonly paths: AccountPaths
  readonly ports: EnginePorts
  readonly keyring: Keyring
  readonly portfolio: Log
  readonly tenants: TenantRegistry
  readonly changeSets: ChangeSets
  /** The member of this device, with today's role. */
  actor(): Actor
  /** Where the practice's bands begin. */
  bandThresholds(): BandThresholds
  emit(event: EngineEvent): void
}
