/** Which parts of a workbook a part refers to, and as what (ECMA-376 part 2, 9.3). */
import { err, ok, type Result } from '#domain/result.ts'

import { scanPart } from './scan-part.ts'
import { damagedWorkbook, type TableError } from './table-error.ts'
import type { ZipArchive } from './zip-archive.ts'

export type Relation = {
  readonly id: string
  /** The last word of its type: `worksheet`, `sharedStrings`. */
  readonly type: string
  readonly part: string
}

/** `part` "" is the archive itself. */
export const readRelations = async (
  archive: ZipArchive,
  part: string,
): Promise<Result<readonly Relation[], TableError>> => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relationsPart = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!archive.has(relationsPart)) return part === '' ? ok([]) : err(damagedWorkbook())
  const relations: Relation[] = []
  const scanned = await scanPart(archive, relationsPart, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const target = attributes.Target ?? ''
      const type = (attributes.Type ?? '').replace(/^.*\//u, '')
      relations.push({ id: attributes.Id ?? '', type, part: resolvePart(folder, target) })
    },
  })
  return scanned.ok ? ok(relations) : scanned
}

const resolvePart = (folder: string, target: string): string => {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
