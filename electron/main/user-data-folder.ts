/** Where Chromium keeps its own files: never in the data folder, and apart for each data folder that is used. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** The lock that lets one app run lies there too, so that two data folders can be open side by side. */
export const userDataFolder = (appData: string, dataDir: string): string =>
  join(appData, 'SecurAtlas Desktop', 'windows', createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
