/** Reads what a source file imports, with oxc's parser: dependency-cruiser cannot read TypeScript 7 (decision 001). */
import { parseSync, Visitor } from 'oxc-parser'

export type Import = {
  /** As written; undefined where it is computed and cannot be judged. */
  readonly specifier: string | undefined
  /** `import type`: nothing is left of it when the program runs. */
  readonly typeOnly: boolean
  /** `new URL('./x-worker.ts', import.meta.url)`: a path, never a package. */
  readonly byUrl: boolean
  readonly line: number
}

export type SourceImports = {
  readonly imports: readonly Import[]
  /** Lines that use import.meta. */
  readonly importMetaLines: readonly number[]
  readonly syntaxErrors: readonly string[]
}

type Literal = { readonly type: string; readonly value?: unknown }

export const readImports = (file: string, text: string): SourceImports => {
  const imports: Import[] = []
  const importMetaLines: number[] = []
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const add = (found: Omit<Import, 'line' | 'byUrl'>, start: number, byUrl = false): void => {
    imports.push({ ...found, byUrl, line: lineAt(start) })
  }
  const { program, errors } = parseSync(file, text)
  new Visitor({
    ImportDeclaration: (node) =>
      add({ specifier: node.source.value, typeOnly: node.importKind === 'type' }, node.start),
    ExportAllDeclaration: (node) =>
      add({ specifier: node.source.value, typeOnly: node.exportKind === 'type' }, node.start),
    ExportNamedDeclaration: (node) => {
      if (node.source) add({ specifier: node.source.value, typeOnly: node.exportKind === 'type' }, node.start)
    },
    ImportExpression: (node) => add({ specifier: textOf(node.source), typeOnly: false }, node.start),
    TSImportType: (node) => add({ specifier: node.source.value, typeOnly: true }, node.start),
    MetaProperty: (node) => {
      if (node.meta.name === 'import') importMetaLines.push(lineAt(node.start))
    },
    CallExpression: (node) => {
      const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require'
      if (isRequire) add({ specifier: textOf(node.arguments[0]), typeOnly: false }, node.start)
    },
    NewExpression: (node) => {
      const [path, base] = node.arguments
      const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL' && base?.type === 'MemberExpression'
      if (isUrl && base.object.type === 'MetaProperty')
        add({ specifier: textOf(path), typeOnly: false }, node.start, true)
    },
  }).visit(program)
  return {
    imports: imports.toSorted((left, right) => left.line - right.line),
    importMetaLines,
    syntaxErrors: errors.map((error) => error.message),
  }
}

const textOf = (node: Literal | undefined): string | undefined =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
