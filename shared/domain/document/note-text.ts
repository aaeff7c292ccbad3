/** The text of a note: a tree of Yjs types under a root of its own, beside the cells of the record. */
import type * as Y from 'yjs'
import { documentKind } from './document-name.ts'
import { recordKey } from './record-key.ts'

/** Name of the root that holds the text. */
export const noteTextName = 'text'

export const noteText = (document: Y.Doc): Y.XmlFragment => document.getXmlFragment(noteTextName)

/** The key under which a change of the text counts as a change of its record, or undefined where there is no text. */
export const textKeyOf = (documentName: string): string | undefined => {
  const kind = documentKind(documentName)
  if (kind !== 'note' && kind !== 'internal') return undefined
  const id = documentName.slice(kind.length + 1)
  return id === '' ? undefined : recordKey(kind === 'note' ? 'note' : 'internalNote', id, noteTextName)
}

const longestExcerpt = 160

/** The beginning of the text in one line, or null where there is none. */
export const noteExcerpt = (document: Y.Doc): string | null => {
  const line = plainText(noteText(document), longestExcerpt * 4)
    .replaceAll(/\s+/g, ' ')
    .trim()
  const characters = [...line.toWellFormed()]
  if (characters.length === 0) return null
  return characters.length > longestExcerpt
    ? `${characters.slice(0, longestExcerpt - 1).join('')}…`
    : line.toWellFormed()
}

/** Reads no further than it has to: a note may be long. */
const plainText = (parent: Y.XmlFragment, enough: number): string => {
  let text = ''
  let child: TextNode | null = parent.firstChild
  while (child !== null && text.length < enough) {
    text += isText(child) ? lettersOf(child, enough) : ` ${plainText(child, enough - text.length)} `
    child = child.nextSibling
  }
  return text
}

type TextNode = Y.XmlElement | Y.XmlText

/** Asked of its shape, so that who only reads entities needs no Yjs at hand. */
const isText = (node: TextNode): node is Y.XmlText => 'toDelta' in node

/** From the parts that Yjs keeps: it has no way of its own to read the beginning of a long text alone. */
const lettersOf = (text: Y.XmlText, enough: number): string => {
  let letters = ''
  for (let part = text._start; part !== null && letters.length < enough; part = part.right) {
    if (part.deleted || !part.countable) continue
    letters += 'str' in part.content ? String(part.content.str).slice(0, enough) : ' '
  }
  return letters
}
