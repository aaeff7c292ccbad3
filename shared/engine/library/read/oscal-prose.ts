/** The words of an OSCAL control: its statement with parameters replaced by values or labels, and what its props say. */
import { objectsOf, textOf, type JsonObject } from './json-shape.ts'

export type Parameters = ReadonlyMap<string, string>

/** Adds the parameters of a catalog, group or control: a value, else its choices, else its label, else its id. */
export const addParameters = (parameters: Map<string, string>, owner: JsonObject): void => {
  for (const parameter of objectsOf(owner['params'])) {
    const values = Array.isArray(parameter['values']) ? parameter['values'].map(textOf).filter(Boolean) : []
    parameters.set(textOf(parameter['id']), values.join(', ') || choicesOf(parameter) || `[${labelOf(parameter)}]`)
  }
}

const choicesOf = (parameter: JsonObject): string => {
  const { select } = parameter
  const choices = typeof select === 'object' && select !== null && 'choice' in select ? select.choice : undefined
  return Array.isArray(choices) ? `[${choices.map(textOf).filter(Boolean).join('; ')}]` : ''
}

const labelOf = (parameter: JsonObject): string => textOf(parameter['label']) || textOf(parameter['id'])

/** A choice may name a parameter, which may have choices: three rounds, as a parameter could also name itself. */
const replaceParameters = (prose: string, parameters: Parameters): string => {
  let text = prose
  for (let round = 0; round < 3 && text.includes('{{') && text.length < longestProse; round += 1) {
    text = text.replaceAll(
      /\{\{\s*(?:insert:\s*)?param,?\s*([^\s{}]+)\s*\}\}/gu,
      (_, id: string) => parameters.get(id) ?? `[${id}]`,
    )
  }
  return text
}

const longestProse = 100_000

/** The statement and its items, each on a line with its label. */
export const statementOf = (control: JsonObject, parameters: Parameters): string => {
  const lines: string[] = []
  const add = (part: JsonObject, depth: number): void => {
    const prose = replaceParameters(textOf(part['prose']), parameters)
    if (prose !== '') lines.push([propOf(part, 'label'), prose].filter(Boolean).join(' '))
    if (depth < deepestPart) for (const item of objectsOf(part['parts'])) add(item, depth + 1)
  }
  for (const part of objectsOf(control['parts'])) if (textOf(part['name']) === 'statement') add(part, 0)
  return lines.join('\n')
}

const deepestPart = 20

/** Of several with one name the plain one: others are zero-padded or meant for sorting. */
export const propOf = (owner: JsonObject, name: string): string => {
  const found = objectsOf(owner['props']).filter((prop) => textOf(prop['name']) === name)
  return textOf((found.find((prop) => prop['class'] === undefined) ?? found[0])?.['value'])
}
