import { expect, test } from 'vitest'
import { parseControlSheet } from './parse-control-sheet.ts'

const sheet = `domain: IAM Identity and access

IAM-01 | Named accounts | 4 | preventive | quarterly
Nobody shares an account.
evidence: List of accounts; Sign-in log
test: Read the list | Ask two people
focus: every act tied to one person
csf: PR.AA-01 PR.AA-03~
iso: A.5.16= A.8.5>
`

test('[CCL-1] a sheet is read into its domain and controls, each mark as its relation', () => {
  const { id, title, controls } = parseControlSheet(sheet, 'iam.txt')
  expect([id, title]).toEqual(['IAM', 'Identity and access'])
  expect(controls).toHaveLength(1)
  expect(controls[0]).toMatchObject({
    id: 'IAM-01',
    title: 'Named accounts',
    statement: 'Nobody shares an account.',
    severity: 4,
    type: 'preventive',
    reviewCadence: 'quarterly',
    evidence: ['List of accounts', 'Sign-in log'],
    testProcedure: ['Read the list', 'Ask two people'],
    mappings: [
      { framework: 'nist-csf-2.0', requirement: 'PR.AA-01', relation: 'subset' },
      { framework: 'nist-csf-2.0', requirement: 'PR.AA-03', relation: 'intersect' },
      { framework: 'iso-27001-2022', requirement: 'A.5.16', relation: 'equal' },
      { framework: 'iso-27001-2022', requirement: 'A.8.5', relation: 'superset' },
    ],
  })
})

const inPlace = 'iam.txt: IAM-01 | Named accounts'

test.each([
  { what: 'a type that is unknown', from: '| preventive |', to: '| hopeful |', message: `${inPlace} | 4 | hopeful` },
  {
    what: 'a field that is unknown',
    from: 'iso:',
    to: 'isso:',
    message: `${inPlace} | 4 | preventive | quarterly: no field`,
  },
  {
    what: 'a field that is missing',
    from: /evidence: .*\n/,
    to: '',
    message: `${inPlace} | 4 | preventive | quarterly: no evidence`,
  },
])('[CCL-1] $what is refused with its place', ({ from, to, message }) => {
  expect(() => parseControlSheet(sheet.replace(from, to), 'iam.txt')).toThrow(message)
})
