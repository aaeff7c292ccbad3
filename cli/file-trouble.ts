/** Why a file cannot be read or written, in words. */
export const fileTrouble = (error: unknown, path: string): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return troubles[code ?? '']?.(path) ?? `${path}: ${error instanceof Error ? error.message : String(error)}`
}

const troubles: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `there is no file ${path}`,
  ENOTDIR: (path) => `there is no file ${path}`,
  EISDIR: (path) => `${path} is a folder`,
  EACCES: (path) => `${path} may not be opened with your rights`,
  EPERM: (path) => `${path} may not be opened with your rights`,
  EROFS: (path) => `${path} lies on a disk that cannot be written`,
  ENOSPC: (path) => `the disk of ${path} is full`,
  ERR_FS_FILE_TOO_LARGE: (path) => `${path} is larger than 2 GB`,
}
