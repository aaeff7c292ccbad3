/** Runs one bench, in a process of its own so that none inherits another's heap, and prints its figures as lines of JSON. */
import { benches, isBench } from './benches.ts'

const name = process.argv[2] ?? ''
if (!isBench(name)) throw new Error(`there is no bench called ${name}`)
for (const figure of await benches[name]()) process.stdout.write(`${JSON.stringify(figure)}\n`)
