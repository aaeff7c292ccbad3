/** The data folder where none is named: the window and the command line must mean the same one. */
import envPaths from 'env-paths'

export const defaultDataDir = (): string => envPaths('SecurAtlas Desktop', { suffix: '' }).data
