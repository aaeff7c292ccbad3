/** `doctor`: checks every file of the account. */
import type { Command } from 'commander'
import type { DoctorReport } from '#api/engine.ts'
import { ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { failed } from '../cli-error.ts'
import { followJob } from '../follow-job.ts'
import { formatTable } from '../print-table.ts'
import type { AccountSession, Run } from '../session.ts'

export const addDoctorCommand = (program: Command, run: Run): void => {
  program
    .command('doctor')
    .description('check every file: pages, projection, activity chain, evidence, keys, portfolio row')
    .action(() => run.inAccount(examine))
}

const examine = async ({ client, host }: AccountSession): Promise<Outcome> => {
  const job = await client.jobs.startDoctor.mutate()
  const report = await followJob<DoctorReport>(client, host, {
    ...job,
    label: 'Checking files',
    afterCancel: 'What was checked is not reported. Run "doctor" again when you like.',
  })
  if (!report.ok) return report
  const { clean, files, problems } = report.value
  return ok({
    json: report.value,
    text: () =>
      clean
        ? `Everything is in order: ${String(files)} files checked.`
        : formatTable(
            ['File', 'Check', 'Found'],
            problems.map(({ space, check, detail }) => [space, check, detail]),
          ),
    problem: clean
      ? undefined
      : failed(
          `${String(problems.length)} ${problems.length === 1 ? 'problem' : 'problems'} in ${String(files)} files.`,
          'Nothing else was changed.',
          'Files that were not named are in order; restore the named ones from a backup, unless the finding says that it is mended.',
        ),
  })
}
