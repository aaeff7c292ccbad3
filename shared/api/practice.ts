/** What an unlocked account says of the practice itself and of its members. */
import type { Member, Practice } from '#domain/entities/practice.ts'
import type { MutationInput, MutationName } from '#domain/mutations/mutation-registry.ts'
import type { Result } from '#domain/result.ts'
import type { EditAnswer } from './engine.ts'
import type { EngineError } from './errors.ts'

/** What a practice is made with: itself and what it decides for its clients. */
export type NewPractice = Omit<MutationInput<'practice.create'>, 'owner'>

export type AccountPractice = {
  /** Without its logo, which is much larger than the rest. */
  practice(): Practice
  /** Base64 of a PNG; null while there is none. */
  practiceLogo(): string | null
  listMembers(): readonly Member[]
  /** The member who acts on this device. */
  actingMember(): Member
  editPractice<Name extends MutationName>(
    name: Name,
    input: MutationInput<Name>,
  ): Promise<Result<EditAnswer, EngineError>>
}
