import { expect, test } from 'vitest'
import { citedIn, judgeRules, statedIn } from './check-cited-rules.ts'

test('[CHECK-12] a rule is stated by a line that begins with its id', () => {
  const markdown = [
    '# Sync',
    '- **SYNC-1** Replays the log.',
    '* `SYNC-2` Keeps the order.',
    'SYNC-3: Ends.',
    '| SYNC-4 | In a table |',
    '5. **SYNC-5** Numbered.',
    'As SYNC-1 says, nothing is lost.',
    'UTF-16 in the middle: UTF-8 is not.',
  ]
  expect(statedIn(markdown.join('\n'))).toEqual(['SYNC-1', 'SYNC-2', 'SYNC-3', 'SYNC-4', 'SYNC-5', 'UTF-16'])
})

test('[CHECK-12] a test cites the rule at the start of its title', () => {
  const source = [
    "test('[EXAMPLE-1] x', f)",
    'test(`[EXAMPLE-2] ${x}`, f)',
    "test.for(t)('[EXAMPLE-3] %s', f)",
    "const a = ['[EXAMPLE-4]']",
  ]
  expect(citedIn(source.join('\n'))).toEqual(['EXAMPLE-1', 'EXAMPLE-2', 'EXAMPLE-3'])
})

test('[CHECK-12] a rule that nothing states, or that is stated twice, is refused', () => {
  const stated = ['A-1', 'A-2', 'A-2'].map((rule) => ({ rule, file: 'docs/spec/a.md' }))
  const cited = ['A-1', 'A-3', 'EXAMPLE-1'].map((rule) => ({ rule, file: 'shared/domain/a.test.ts' }))
  expect(judgeRules(stated, cited)).toEqual([
    'A-2 is stated 2 times: docs/spec/a.md',
    'A-3 is cited by shared/domain/a.test.ts but no file of docs/spec states it',
  ])
})
