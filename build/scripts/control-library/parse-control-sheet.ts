/**
 * Reads a sheet of controls: the form in which people write and review them, a block a control. The first line of the
 * file names the domain. A mapping without a mark is a part of its requirement; `=` is the same, `>` is more, `~` overlaps.
 */
import { controlTypes, reviewCadences, type CommonControl } from '#domain/library/common-control.ts'
import type { Relation } from '#domain/library/mapping.ts'

export type SheetMapping = { readonly framework: string; readonly requirement: string; readonly relation: Relation }

export type SheetControl = Omit<CommonControl, 'mappings' | 'parent'> & {
  /** What the control contributes, as it completes a rationale. */
  readonly focus: string
  readonly mappings: readonly SheetMapping[]
}

export type ControlSheet = { readonly id: string; readonly title: string; readonly controls: readonly SheetControl[] }

const frameworksByKey: Readonly<Record<string, string>> = {
  csf: 'nist-csf-2.0',
  iso: 'iso-27001-2022',
  soc2: 'soc2-tsc-2017',
  cis: 'cis-controls-8.1',
  hipaa: 'hipaa-security-rule',
  171: 'nist-sp-800-171-r2',
  53: 'nist-sp-800-53-r5',
  pci: 'pci-dss-4.0.1',
  gdpr: 'gdpr',
  e8: 'essential-eight',
  ce: 'cyber-essentials',
}

const relationsByMark: Readonly<Record<string, Relation>> = { '=': 'equal', '>': 'superset', '~': 'intersect' }

export const parseControlSheet = (text: string, name: string): ControlSheet => {
  const [head = '', ...blocks] = text.trim().split(/\n{2,}/)
  const domain = /^domain: ([A-Z]{3}) (.+)$/m.exec(head)
  if (domain === null)
    throw new Error(`${name}: the first line names the domain, as in "domain: IAM Identity and access"`)
  const [, id = '', title = ''] = domain
  return { id, title, controls: blocks.map((block) => parseBlock(block, `${name}: ${block.split('\n')[0]}`)) }
}

const parseBlock = (block: string, where: string): SheetControl => {
  const [head = '', statement = '', ...rest] = block.split('\n')
  const [id = '', title = '', severity = '', type = '', cadence = ''] = head.split(' | ')
  const fields = new Map(rest.map((line) => splitOnce(line, ': ')))
  const listOf = (key: string, separator: string): readonly string[] =>
    wanted(fields.get(key), `${where}: no ${key}`).split(separator)
  return {
    id,
    kind: 'control',
    title,
    assessable: true,
    statement,
    severity: Number(severity),
    type: wanted(
      controlTypes.find((known) => known === type),
      `${where}: type ${type}`,
    ),
    reviewCadence: wanted(
      reviewCadences.find((known) => known === cadence),
      `${where}: cadence ${cadence}`,
    ),
    evidence: listOf('evidence', '; '),
    testProcedure: listOf('test', ' | '),
    focus: wanted(fields.get('focus'), `${where}: no focus`),
    mappings: [...fields].flatMap(([key, value]) => {
      const framework = frameworksByKey[key]
      if (framework === undefined) {
        if (!['evidence', 'test', 'focus'].includes(key)) throw new Error(`${where}: no field is called ${key}`)
        return []
      }
      return value.split(' ').map((target) => parseTarget(framework, target))
    }),
  }
}

const parseTarget = (framework: string, target: string): SheetMapping => {
  const relation = relationsByMark[target.at(-1) ?? '']
  return relation === undefined
    ? { framework, requirement: target, relation: 'subset' }
    : { framework, requirement: target.slice(0, -1), relation }
}

const splitOnce = (line: string, separator: string): readonly [string, string] => {
  const at = line.indexOf(separator)
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + separator.length)]
}

const wanted = <Value>(value: Value | undefined, message: string): Value => {
  if (value === undefined || value === '') throw new Error(message)
  return value
}
