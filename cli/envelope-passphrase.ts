/**
 * The passphrase of a hand-over file: from a file or the environment, never from the command line. Where none is given, one
 * is made and written beside the file, and found there again by whoever takes over.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { badInput, type CliError } from './cli-error.ts'
import { fileTrouble } from './file-trouble.ts'
import type { Host } from './host.ts'
import { readSecret, type SecretSource } from './read-secret.ts'

type Chosen = {
  readonly passphrase: string
  /** Where a passphrase that was made stands. */
  readonly writtenTo: string | undefined
  /** After a hand-over that did not end. */
  discard(): Promise<void>
}

export type ChooseOptions = {
  readonly out: string
  readonly force?: boolean
  readonly envelopePassphraseFile?: string
  readonly passphraseOutFile?: string
}

export const choosePassphrase = async (host: Host, options: ChooseOptions): Promise<Result<Chosen, CliError>> => {
  const { out, force = false, passphraseOutFile } = options
  const given = passphraseOutFile === undefined ? await readSecret(sourceOf(options), host) : ok(undefined)
  if (!given.ok) return given
  if (given.value !== undefined)
    return ok({ passphrase: given.value, writtenTo: undefined, discard: () => Promise.resolve() })
  if (existsSync(out) && !force) {
    const there = `There is a file ${out} already.`
    return err(badInput(there, 'Nothing was written.', 'Name another file, or replace this one with --force.'))
  }
  const path = passphraseOutFile === undefined ? besideOf(out) : resolve(passphraseOutFile)
  const passphrase = makePassphrase()
  try {
    await writeFile(path, `${passphrase}\n`, { mode: 0o600, flag: force ? 'w' : 'wx' })
  } catch (error) {
    const reason = `The passphrase cannot be written: ${fileTrouble(error, path)}.`
    return err(badInput(reason, 'Nothing was handed over.', 'Give one with --envelope-passphrase-file.'))
  }
  return ok({ passphrase, writtenTo: path, discard: () => rm(path, { force: true }) })
}

export const findPassphrase = async (
  host: Host,
  options: { readonly path: string; readonly envelopePassphraseFile?: string },
): Promise<Result<string, CliError>> => {
  const given = await readSecret(sourceOf(options), host)
  if (!given.ok) return given
  if (given.value !== undefined) return ok(given.value)
  const beside = besideOf(options.path)
  const found = existsSync(beside)
    ? await readSecret(sourceOf({ envelopePassphraseFile: beside }), host)
    : ok(undefined)
  if (!found.ok) return found
  if (found.value !== undefined) return ok(found.value)
  const ways = 'Set SECURATLAS_ENVELOPE_PASSPHRASE or give --envelope-passphrase-file.'
  return err(badInput('The passphrase of the file is missing.', 'Nothing was changed.', ways))
}

const besideOf = (path: string): string => `${path}.passphrase`

const sourceOf = ({ envelopePassphraseFile: file }: { readonly envelopePassphraseFile?: string }): SecretSource => ({
  what: 'passphrase of the file',
  file,
  variable: 'SECURATLAS_ENVELOPE_PASSPHRASE',
})

/** 24 characters of 32, 120 bits; none of them looks like another. */
const makePassphrase = (): string =>
  Array.from({ length: 6 }, () =>
    Array.from({ length: 4 }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(randomInt(32))).join(''),
  ).join('-')
