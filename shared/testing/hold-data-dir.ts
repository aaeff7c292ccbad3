/** A process of its own that holds a data folder until it is killed: says so on a line once it does. */
import { lockDataDir } from '#engine/data-dir/lock-data-dir.ts'

const locked = await lockDataDir(process.argv[2] ?? '')
process.stdout.write(locked.ok ? 'held\n' : `${locked.error.type}\n`)
setInterval(() => undefined, 1000)
