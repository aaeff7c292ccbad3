/** What is left of a client that was deleted for good: so that a synced device or a restored backup knows. No name. */
import { defineEntity } from './entity.ts'
import { instant } from './field.ts'

/** Its id is the tenant's. Without an instant the client may be here: it was taken over again. */
export const deletedClientEntity = defineEntity({
  name: 'deletedClient',
  table: 'deleted_client',
  kind: 'practice',
  fields: { destroyedAt: instant() },
})
