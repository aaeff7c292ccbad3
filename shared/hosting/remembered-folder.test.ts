import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultDataDir } from './default-data-dir.ts'
import { findStartFolder, rememberFolder } from './remembered-folder.ts'

let home: string
const before = { config: process.env['XDG_CONFIG_HOME'], data: process.env['XDG_DATA_HOME'] }

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'remembered-'))
  process.env['XDG_CONFIG_HOME'] = join(home, 'config')
  process.env['XDG_DATA_HOME'] = join(home, 'data')
})
afterEach(() => {
  for (const [name, value] of [
    ['XDG_CONFIG_HOME', before.config],
    ['XDG_DATA_HOME', before.data],
  ] as const) {
    if (value === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = value
  }
  rmSync(home, { recursive: true })
})

describe.runIf(process.platform === 'linux')('the data folder of the next start', () => {
  const standard = (): string => join(home, 'data', 'SecurAtlas Desktop')

  test('[FOLDER-3] is the usual one, then the one that was moved to, for the window and the command line alike', () => {
    expect(findStartFolder()).toEqual({ dataDir: standard(), missing: undefined })
    const other = join(home, 'other')
    mkdirSync(other)
    expect(rememberFolder(other)).toBe(true)
    expect(findStartFolder()).toEqual({ dataDir: other, missing: undefined })
    expect(defaultDataDir()).toBe(other)
    expect(rememberFolder(standard())).toBe(true)
    expect(defaultDataDir()).toBe(standard())
  })

  test('[FOLDER-3] only its path is kept, for its user alone', () => {
    const other = join(home, 'other')
    mkdirSync(other)
    rememberFolder(other)
    const folder = join(home, 'config', 'SecurAtlas Desktop')
    expect(readdirSync(folder)).toEqual(['data-folder'])
    expect(readFileSync(join(folder, 'data-folder'), 'utf8')).toBe(`${other}\n`)
    expect(statSync(join(folder, 'data-folder')).mode & 0o777).toBe(0o600)
  })

  test('[FOLDER-4] one that is missing is told, and nothing is made in its place', () => {
    const other = join(home, 'other')
    mkdirSync(other)
    rememberFolder(other)
    rmSync(other, { recursive: true })
    expect(findStartFolder()).toEqual({ dataDir: standard(), missing: other })
    expect(readdirSync(home).toSorted()).toEqual(['config'])
  })
})
