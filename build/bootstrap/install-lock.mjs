/**
 * Lets one process at a time install the dependencies; the others wait. The lock is a folder with its holder's process
 * ids inside. A holder that died, or one that gives no sign of life, loses it.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const signOfLifeMs = 2000

/**
 * Runs the work with the lock held. The work may name another process that must be dead too before the lock is free.
 * A holder that is silent for `silenceMs` loses it.
 */
export const withInstallLock = async (root, work, silenceMs = 30_000) => {
  const path = join(root, '.cache', 'install.lock')
  mkdirSync(join(root, '.cache'), { recursive: true })
  await acquire(path, silenceMs)
  const holder = join(path, 'holder.json')
  const pids = [process.pid]
  const record = () => writeFileSync(holder, JSON.stringify({ host: hostname(), pids }))
  record()
  const life = setInterval(() => {
    try {
      utimesSync(holder, new Date(), new Date())
    } catch {
      // Someone took the lock for abandoned, after a long sleep of this machine: nothing to keep alive any more.
      clearInterval(life)
    }
  }, signOfLifeMs)
  try {
    return await work({
      alsoHeldBy: (pid) => {
        pids.push(pid)
        record()
      },
    })
  } finally {
    clearInterval(life)
    rmSync(path, { recursive: true, force: true })
  }
}

const acquire = async (path, silenceMs) => {
  let seen = { sign: '', since: Date.now() }
  let told = false
  for (;;) {
    try {
      mkdirSync(path)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const state = look(path)
    if (state.sign !== seen.sign) seen = { sign: state.sign, since: Date.now() }
    if (state.dead || Date.now() - seen.since > silenceMs) {
      breakLock(path, state.sign)
      continue
    }
    if (!told) process.stderr.write('Another process is installing the dependencies: waiting for it.\n')
    told = true
    await delay(200)
  }
}

/** `sign` changes as long as the holder lives; `dead` when all its processes are known to be gone. */
const look = (path) => {
  try {
    const holder = join(path, 'holder.json')
    const { host, pids } = JSON.parse(readFileSync(holder, 'utf8'))
    return { sign: `${pids.join()} ${statSync(holder).mtimeMs}`, dead: host === hostname() && !pids.some(isAlive) }
  } catch {
    // Between the folder and the file inside it, or torn by a crash there: silence decides.
    return { sign: 'unreadable', dead: false }
  }
}

/** Two waiters may both find the lock abandoned: what was moved away is checked, and given back when it was alive. */
const breakLock = (path, expectedSign) => {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (look(aside).sign === expectedSign) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, path)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
