/** Every mutation by its name: the name stands in activity rows and in the API. */
import type { z } from 'zod'
import {
  archiveClient,
  assignClientOwner,
  createClient,
  restoreClient,
  tagClient,
  untagClient,
  updateClient,
} from './client-mutations.ts'
import { addContact, updateContact } from './contact-mutations.ts'
import {
  addEvidenceRevision,
  createEvidence,
  linkEvidence,
  unlinkEvidence,
  updateEvidence,
} from './evidence-mutations.ts'
import { acceptEvidence, rejectEvidence, submitEvidence, withdrawEvidence } from './evidence-review-mutations.ts'
import { deleteClient, handOverClient, readmitClient, takeOverClient } from './leaving-client-mutations.ts'
import type { Mutation } from './mutation.ts'
import { createNote, renameNote } from './note-mutations.ts'
import { addMember, createPractice, removeMember, updateMember, updatePractice } from './practice-mutations.ts'
import { deleteRecord, purgeTrash, restoreRecord } from './trash-mutations.ts'

export const mutations = {
  'client.create': createClient,
  'client.update': updateClient,
  'client.assignOwner': assignClientOwner,
  'client.archive': archiveClient,
  'client.restore': restoreClient,
  'client.tag': tagClient,
  'client.untag': untagClient,
  'client.handOver': handOverClient,
  'client.takeOver': takeOverClient,
  'client.delete': deleteClient,
  'client.readmit': readmitClient,
  'contact.add': addContact,
  'contact.update': updateContact,
  'note.create': createNote,
  'note.rename': renameNote,
  'evidence.create': createEvidence,
  'evidence.update': updateEvidence,
  'evidence.addRevision': addEvidenceRevision,
  'evidence.link': linkEvidence,
  'evidence.unlink': unlinkEvidence,
  'evidence.submit': submitEvidence,
  'evidence.withdraw': withdrawEvidence,
  'evidence.accept': acceptEvidence,
  'evidence.reject': rejectEvidence,
  'record.delete': deleteRecord,
  'record.restore': restoreRecord,
  'trash.purge': purgeTrash,
  'practice.create': createPractice,
  'practice.update': updatePractice,
  'member.add': addMember,
  'member.update': updateMember,
  'member.remove': removeMember,
} as const

export type MutationName = keyof typeof mutations
export type MutationInput<Name extends MutationName> = z.infer<(typeof mutations)[Name]['input']>

/** The mutation with its input type forgotten: for callers that carry name and input as data. */
export const getMutation = (name: MutationName): Mutation => mutations[name]
