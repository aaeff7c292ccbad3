/** Holds tests and specification together: a test cites a rule that docs/spec states, and each rule is stated once. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { isTest } from './list-project-files.ts'

/** Tests that are planted by a test, to see what becomes of them, cite rules of this name. */
const planted = 'EXAMPLE-'

export type Cited = { readonly rule: string; readonly file: string }

export const citedRules: Check = {
  name: 'cited rules',
  run: async ({ root, files }) => {
    const stated: Cited[] = []
    const cited: Cited[] = []
    for (const file of files) {
      const isSpecification = /^docs\/spec\/[^/]+\.md$/.test(file)
      const mayCite = isTest(file) || file.startsWith('shared/testing/')
      if (!isSpecification && !mayCite) continue
      const content = await readFile(join(root, file), 'utf8')
      if (isSpecification) stated.push(...statedIn(content).map((rule) => ({ rule, file })))
      else cited.push(...citedIn(content).map((rule) => ({ rule, file })))
    }
    const tested = new Set(cited.map(({ rule }) => rule))
    const untested = stated.filter(({ rule }) => !tested.has(rule))
    return {
      failures: judgeRules(stated, cited),
      notes: [`${stated.length} rules, ${untested.length} without a test of their own`],
    }
  },
}

export const judgeRules = (stated: readonly Cited[], cited: readonly Cited[]): readonly string[] => {
  const filesByRule = Map.groupBy(stated, ({ rule }) => rule)
  const doubled = [...filesByRule].filter(([, places]) => places.length > 1)
  const missing = Map.groupBy(
    cited.filter(({ rule }) => !filesByRule.has(rule) && !rule.startsWith(planted)),
    ({ rule }) => rule,
  )
  return [
    ...doubled.map(([rule, places]) => `${rule} is stated ${places.length} times: ${filesOf(places)}`),
    ...[...missing].map(
      ([rule, places]) => `${rule} is cited by ${filesOf(places)} but no file of docs/spec states it`,
    ),
  ]
}

const filesOf = (places: readonly Cited[]): string => [...new Set(places.map(({ file }) => file))].join(', ')

/** A rule is a line that begins with its id: "- **SYNC-4** Replays the log after a torn write." */
export const statedIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^\s*(?:[-*|#]+\s+|\d+\.\s+)?[*`[]*([A-Z]+-\d+)\b/gm)].map((match) => match[1] ?? '')

/** A test title: '[SYNC-4] replays …'. */
export const citedIn = (source: string): readonly string[] =>
  [...source.matchAll(/['"`]\[([A-Z]+-\d+)\] /g)].map((match) => match[1] ?? '')
