import { expect, test } from 'vitest'
import { inputIssues } from './input-issues.ts'
import { mutations } from './mutations/mutation-registry.ts'

const issuesOf = (input: unknown) => inputIssues(mutations['client.update'].input.safeParse(input).error?.issues ?? [])

test.each([
  [{ employees: 'many' }, 'employees', 'Use a whole number.'],
  [{ employees: 1.5 }, 'employees', 'Use a whole number.'],
  [{ employees: -1 }, 'employees', 'Use 0 or more.'],
  [{ employees: 1e12 }, 'employees', 'Use at most 50000000.'],
  [{ name: null }, 'name', 'Use text.'],
  [{ name: ' ' }, 'name', 'This must not be empty.'],
  [{ name: 'a\nb' }, 'name', 'Use one line of text.'],
  [{ name: 'x'.repeat(201) }, 'name', 'Use at most 200 characters.'],
  [{ status: 'gone' }, 'status', 'Use one of client, prospect.'],
  [{ nextAuditOn: '2027-02-31' }, 'nextAuditOn', 'Use a date such as 2027-03-31.'],
  [{ currency: 'euro' }, 'currency', 'Use an ISO 4217 code such as EUR.'],
  [{ colour: 'red' }, '', 'There is no field "colour".'],
])('[CLI-34] says in words what is wrong with %j', (input, field, reason) => {
  expect(issuesOf(input)).toEqual([{ field, reason }])
})
