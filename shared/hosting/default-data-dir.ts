/** The data folder where none is named: the window and the command line must mean the same one. */
import { findStartFolder } from './remembered-folder.ts'

export const defaultDataDir = (): string => findStartFolder().dataDir
