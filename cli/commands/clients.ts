/** `clients`: the client book, from looking at it to changing it. */
import { Option, type Command } from 'commander'
import { clientStatuses, type ClientStatus } from '#domain/entities/client.ts'
import { withFilters, type FilterOptions } from '../client-query.ts'
import type { Run } from '../session.ts'
import { addClient, setArchived, updateClient, type AddOptions, type UpdateOptions } from './change-client.ts'
import { exportClients, type ExportOptions } from './export-clients.ts'
import { importClients, type ImportOptions } from './import-clients.ts'
import {
  cloneClient,
  convertClient,
  deleteClient,
  handOverClient,
  takeOverClient,
  type HandOverCommand,
  type TakeOverCommand,
} from './leaving-clients.ts'
import { listClients, showClient } from './show-clients.ts'

type ClientOption = { readonly client: string }
type ConvertOptions = ClientOption & { readonly to?: ClientStatus }
type CloneOptions = ClientOption & { readonly name: string; readonly status: ClientStatus }
type DeleteOptions = ClientOption & { readonly confirm: string }

export const addClientsCommands = (program: Command, run: Run): void => {
  const clients = program.command('clients').description('the client book')
  const theClient = ['--client <id or name>', 'the client, by its id or a name that only one has'] as const
  const envelope = [
    '--envelope-passphrase-file <file>',
    'its first line protects the file (else SECURATLAS_ENVELOPE_PASSPHRASE)',
  ] as const
  const fields = ['--set <field=value...>', 'a field and its value; an empty value clears it'] as const

  clients
    .command('import')
    .description('bring clients in from a CSV or XLSX file')
    .argument('<file>', 'the file')
    .option('--map <columns>', 'which column is which field: "name=Company,industry=Sector" or "name=#1"')
    .option('--no-header', 'the first row is a client already')
    .action((file: string, options: ImportOptions) => run.inAccount((session) => importClients(session, file, options)))
  clients
    .command('add')
    .description('add one client')
    .requiredOption('--name <name>', 'its name')
    .addOption(new Option('--status <status>').choices([...clientStatuses]).default('client'))
    .option('--tag <label...>', 'labels')
    .option(...fields)
    .action((options: AddOptions) => run.inAccount((session) => addClient(session, options)))
  withFilters(clients.command('list'))
    .description('every client that the filters leave')
    .action((options: FilterOptions) => run.inAccount((session) => listClients(session, options)))
  clients
    .command('show')
    .description('one client with its profile and contacts')
    .requiredOption(...theClient)
    .action((options: ClientOption) => run.inAccount((session) => showClient(session, options.client)))
  clients
    .command('update')
    .description('change fields of a client')
    .requiredOption(...theClient)
    .requiredOption(...fields)
    .action((options: UpdateOptions) => run.inAccount((session) => updateClient(session, options)))
  clients
    .command('archive')
    .description('take a client out of the lists and make it read-only; nothing is deleted')
    .requiredOption(...theClient)
    .action((options: ClientOption) => run.inAccount((session) => setArchived(session, options.client, true)))
  clients
    .command('restore')
    .description('bring an archived client back')
    .requiredOption(...theClient)
    .action((options: ClientOption) => run.inAccount((session) => setArchived(session, options.client, false)))
  clients
    .command('convert')
    .description('make a prospect a client, or a client a prospect')
    .requiredOption(...theClient)
    .addOption(new Option('--to <status>').choices([...clientStatuses]))
    .action((options: ConvertOptions) => run.inAccount((session) => convertClient(session, options)))
  clients
    .command('clone')
    .description('add a client with the structure of another: no people, answers, evidence or history')
    .requiredOption(...theClient)
    .requiredOption('--name <name>', 'the name of the new one')
    .addOption(new Option('--status <status>').choices([...clientStatuses]).default('client'))
    .action((options: CloneOptions) => run.inAccount((session) => cloneClient(session, options)))
  clients
    .command('hand-over')
    .description('write a client and its key as one file for another practice; the client stays here')
    .requiredOption(...theClient)
    .requiredOption('--out <file>', 'the file')
    .option(...envelope)
    .option('--passphrase-out-file <file>', 'make a passphrase and write it here (else beside the file)')
    .option('--force', 'replace a file that is there')
    .action((options: HandOverCommand) => run.inAccount((session) => handOverClient(session, options)))
  clients
    .command('take-over')
    .description('bring in a client that another practice handed over')
    .argument('<file>', 'the file')
    .option(...envelope)
    .action((file: string, options: TakeOverCommand) =>
      run.inAccount((session) => takeOverClient(session, file, options)),
    )
  clients
    .command('delete')
    .description('delete a client for good: its key is destroyed, and nobody can bring it back')
    .requiredOption(...theClient)
    .requiredOption('--confirm <name>', 'the name of the client, typed again')
    .action((options: DeleteOptions) => run.inAccount((session) => deleteClient(session, options)))
  withFilters(clients.command('export'))
    .description('write the client list as a table')
    .requiredOption('--out <file>', 'ends in .csv or .xlsx')
    .option('--force', 'replace a file that is there')
    .action((options: ExportOptions) => run.inAccount((session) => exportClients(session, options)))
}
