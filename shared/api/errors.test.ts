import { expect, test } from 'vitest'
import { describeError, type EngineError } from './errors.ts'

/** One of each. A new error has to be added here. */
const errors: { readonly [Tag in EngineError['type']]: Extract<EngineError, { readonly type: Tag }> } = {
  BackupTargetFailed: { type: 'BackupTargetFailed', path: '/media/disk/a', trouble: 'full' },
  BackupExists: { type: 'BackupExists', path: '/media/disk/a' },
  BackupInDataFolder: { type: 'BackupInDataFolder', path: '/data/a' },
  BackupUnreadable: { type: 'BackupUnreadable', path: '/media/disk/a', code: 'EIO' },
  NotABackup: { type: 'NotABackup' },
  NewerBackup: { type: 'NewerBackup', version: 2 },
  BackupDamaged: { type: 'BackupDamaged', detail: 'it ends too early' },
  BackupNeedsSecret: { type: 'BackupNeedsSecret' },
  BackupOfAnotherAccount: { type: 'BackupOfAnotherAccount' },
  NotAnExport: { type: 'NotAnExport' },
  NewerExport: { type: 'NewerExport', version: 2 },
  ExportDamaged: { type: 'ExportDamaged', detail: 'its manifest was changed' },
  AccountIsHere: { type: 'AccountIsHere', accountId: 'a-1' },
  FilesBusy: { type: 'FilesBusy' },
  ClientNotInBackup: { type: 'ClientNotInBackup' },
  ClientIsWell: { type: 'ClientIsWell' },
  ClientWasDeleted: { type: 'ClientWasDeleted' },
  InvalidInput: { type: 'InvalidInput', issues: [{ field: 'name', reason: 'This must not be empty.' }] },
  RecordNotFound: { type: 'RecordNotFound', entity: 'contact', id: 'x' },
  RecordInTrash: { type: 'RecordInTrash', entity: 'contact', id: 'x' },
  NotPermitted: { type: 'NotPermitted', role: 'viewer', what: 'profile' },
  ClientArchived: { type: 'ClientArchived' },
  LastOwner: { type: 'LastOwner' },
  ChangedSince: { type: 'ChangedSince', fields: ['industry', 'name'] },
  NothingToUndo: { type: 'NothingToUndo' },
  NothingToRedo: { type: 'NothingToRedo' },
  AccountNotFound: { type: 'AccountNotFound' },
  AccountLocked: { type: 'AccountLocked' },
  AccountChoiceNeeded: { type: 'AccountChoiceNeeded', accounts: ['a', 'b'] },
  PassphraseNeeded: { type: 'PassphraseNeeded' },
  PassphraseTooShort: { type: 'PassphraseTooShort', minimum: 12 },
  WrongPassphrase: { type: 'WrongPassphrase' },
  WrongRecoveryKey: { type: 'WrongRecoveryKey' },
  RecoveryKeyMistyped: { type: 'RecoveryKeyMistyped' },
  KeychainFailed: { type: 'KeychainFailed', name: 'The keychain', detail: 'it is locked' },
  OnlyWayIn: { type: 'OnlyWayIn' },
  KeyringMissing: { type: 'KeyringMissing' },
  KeyringDamaged: { type: 'KeyringDamaged', detail: 'its first line cannot be read' },
  NewerKeyring: { type: 'NewerKeyring', version: 9 },
  FileKeyMissing: { type: 'FileKeyMissing' },
  PortfolioDamaged: { type: 'PortfolioDamaged', detail: 'FileMissing' },
  NewerVersion: { type: 'NewerVersion', found: 9, supported: 1 },
  ClientNotFound: { type: 'ClientNotFound', wanted: 'Harbor' },
  ClientAmbiguous: { type: 'ClientAmbiguous', wanted: 'Harbor', ids: ['a', 'b'] },
  LibraryNotFound: { type: 'LibraryNotFound', id: 'iso-9001' },
  NoteFull: { type: 'NoteFull', limit: 8 * 1024 * 1024 },
  NoteUpdateTooLarge: { type: 'NoteUpdateTooLarge', limit: 1024 * 1024 },
  NoteUpdateUnreadable: { type: 'NoteUpdateUnreadable' },
  NoteUpdateNotText: { type: 'NoteUpdateNotText' },
  NoteOutOfStep: { type: 'NoteOutOfStep' },
  NameNotConfirmed: { type: 'NameNotConfirmed', name: 'Harbor' },
  ClientLeaving: { type: 'ClientLeaving', name: 'Harbor' },
  NotYetDestroyed: { type: 'NotYetDestroyed' },
  HandOverExists: { type: 'HandOverExists', path: '/out/a' },
  HandOverUnwritable: { type: 'HandOverUnwritable', path: '/out/a', code: 'EACCES' },
  HandOverUnreadable: { type: 'HandOverUnreadable', path: '/out/a', code: 'EACCES' },
  NotAHandOver: { type: 'NotAHandOver' },
  NewerHandOver: { type: 'NewerHandOver', version: 2 },
  HandOverDamaged: { type: 'HandOverDamaged', detail: 'its beginning cannot be read' },
  WrongEnvelopePassphrase: { type: 'WrongEnvelopePassphrase' },
  ClientAlreadyHere: { type: 'ClientAlreadyHere', name: 'Harbor', clientId: 'x' },
  JobNotFound: { type: 'JobNotFound' },
  ImportRefused: { type: 'ImportRefused', reason: 'The file is empty. Nothing was imported.' },
  ImportGone: { type: 'ImportGone' },
  ChangesGone: { type: 'ChangesGone' },
  DataDirInUse: { type: 'DataDirInUse', dataDir: '/data' },
  DiskFull: { type: 'DiskFull' },
  ReadOnly: { type: 'ReadOnly' },
  FileDamaged: { type: 'FileDamaged', detail: 'database disk image is malformed' },
  FileMissing: { type: 'FileMissing' },
  FolderNotFound: { type: 'FolderNotFound', path: '/data' },
  NotADataFolder: { type: 'NotADataFolder', path: '/data' },
  FolderInUseElsewhere: { type: 'FolderInUseElsewhere', path: '/data' },
  FolderOpenHere: { type: 'FolderOpenHere', path: '/data' },
  FolderReadOnly: { type: 'FolderReadOnly', path: '/data' },
  FolderFixed: { type: 'FolderFixed' },
  FileGone: { type: 'FileGone' },
  FileBusy: { type: 'FileBusy' },
  StorageFailed: { type: 'StorageFailed', code: 'SQLITE_NOMEM', detail: 'out of memory' },
  Cancelled: { type: 'Cancelled' },
  EvidenceSourceUnreadable: { type: 'EvidenceSourceUnreadable', name: 'a.pdf', code: 'ENOENT' },
  EvidenceSourceChanged: { type: 'EvidenceSourceChanged', name: 'a.pdf' },
  EvidenceFileMissing: { type: 'EvidenceFileMissing', sha256: 'a1' },
  EvidenceFileDamaged: { type: 'EvidenceFileDamaged', sha256: 'a1' },
  EvidenceStoreDamaged: { type: 'EvidenceStoreDamaged' },
  EvidenceStoreUnavailable: { type: 'EvidenceStoreUnavailable', code: 'SQLITE_BUSY' },
  EvidenceTargetUnwritable: { type: 'EvidenceTargetUnwritable', path: '/tmp/a.pdf', code: 'ENOENT' },
  TransferGone: { type: 'TransferGone' },
  EvidenceNotSubmitted: { type: 'EvidenceNotSubmitted' },
  EvidencePeriodReversed: { type: 'EvidencePeriodReversed', from: '2026-04-01', to: '2026-03-31' },
}

const sentences = /^[A-Z0-9].*[.]$/s

/** The reason of a refused import is whole: it was written where the table was read. */
const withThreeParts = Object.values(errors).filter(({ type }) => type !== 'ImportRefused')

test.each(withThreeParts)(
  '[API-1] $type says what happened, what is safe and what to do, in plain sentences',
  (error) => {
    const { message, safe, action } = describeError(error)
    expect(message).toMatch(sentences)
    expect(safe).toMatch(sentences)
    expect(action).toMatch(sentences)
    const words = [message, safe, action].join(' ')
    expect(words).not.toMatch(/!|undefined|null|\[object|exception|oops|sorry/i)
    expect(words.replace('SecurAtlas', ''), 'no tag of ours').not.toMatch(/\b[A-Z][a-z]+[A-Z]\w*/)
  },
)

test('[API-1] what a person has to know of an error stands in its words', () => {
  expect(describeError(errors.ImportRefused)).toEqual({ code: 'BAD_REQUEST', message: errors.ImportRefused.reason })
  const words = (tag: EngineError['type']) => Object.values(describeError(errors[tag])).join(' ')
  expect(words('InvalidInput')).toContain('name: This must not be empty.')
  expect(words('ChangedSince')).toContain('industry, name')
  expect(words('NewerVersion')).toMatch(/9.*1/)
  expect(words('ClientAmbiguous')).toContain('2 clients')
  expect(words('DataDirInUse')).toContain('/data')
})
