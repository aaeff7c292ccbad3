import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canInstall, installSystemPackages } from './install-system-packages.ts'

test('[RUN-16] what is installed is left alone, and what cannot be installed is said', async ({ skip }) => {
  if (!canInstall()) return skip('this needs root on Debian')
  const folder = await mkdtemp(join(tmpdir(), 'securatlas-packages-'))
  try {
    const list = join(folder, 'list.txt')
    await writeFile(list, '# a comment\ncoreutils\n\nbash # another\n')
    expect(await installSystemPackages(list)).toBeUndefined()
    await writeFile(list, 'no-such-package-anywhere\n')
    expect(await installSystemPackages(list)).toMatch(/apt-get (update|install)/)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)
