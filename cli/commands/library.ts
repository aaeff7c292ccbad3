/** `library`: the frameworks and controls that the product carries. */
import type { Command } from 'commander'
import type { LibraryContent, LibraryItem } from '#api/libraries.ts'
import type { LibraryNode } from '#domain/library/library.ts'
import { ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { formatPairs, formatTable } from '../print-table.ts'
import type { AccountSession, Run } from '../session.ts'

export const addLibraryCommands = (program: Command, run: Run): void => {
  const library = program.command('library').description('libraries of frameworks and controls')
  library
    .command('list')
    .description('every library with its figures, by id')
    .action(() => run.inAccount(listLibraries))
  library
    .command('show')
    .description('one library with everything in it')
    .argument('<id>', 'as "library list" prints it')
    .action((id: string) => run.inAccount((session) => showLibrary(session, id)))
}

const listLibraries = async ({ client }: AccountSession): Promise<Outcome> => {
  const items = await client.libraries.list.query()
  return ok({
    json: { items, total: items.length },
    text: () =>
      formatTable(
        ['Id', 'Name', 'Version', 'Kind', 'Groups', 'Controls', 'Withdrawn'],
        items.map(({ id, name, version, kind, counts: { groups, active, withdrawn } }) => [
          id,
          name,
          version,
          kind,
          String(groups),
          String(active),
          String(withdrawn),
        ]),
      ),
  })
}

const showLibrary = async ({ client }: AccountSession, id: string): Promise<Outcome> => {
  const library = await client.libraries.get.query({ id })
  return ok({ json: library, text: () => `${headOf(library)}\n\n${outlineOf(library.nodes)}` })
}

const headOf = ({ licence, counts, levels, ...library }: LibraryItem): string =>
  formatPairs([
    ['Library', library.name],
    ['Version', library.version],
    ['Publisher', library.publisher],
    ['Stands for', library.reference],
    ['Licence', licence.name],
    ['', licence.notice],
    ['Controls', counts.active],
    ['Withdrawn', counts.withdrawn],
    ...Object.entries(levels),
  ])

/** A line a node, further in the deeper it lies. */
const outlineOf = (nodes: LibraryContent['nodes']): string => {
  const depths = new Map<string, number>()
  const lines = nodes.map((node) => {
    const depth = node.parent === null ? 0 : (depths.get(node.parent) ?? 0) + 1
    depths.set(node.id, depth)
    return `${'  '.repeat(depth)}${lineOf(node)}`
  })
  return lines.join('\n')
}

const lineOf = ({ id, title, withdrawn }: LibraryNode): string =>
  `${id}${title === id ? '' : `  ${title}`}${withdrawn === true ? '  (withdrawn)' : ''}`
