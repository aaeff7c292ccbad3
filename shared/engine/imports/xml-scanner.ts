/**
 * Reads the XML of a workbook as it arrives: elements and text, entities decoded, namespaces dropped.
 * Document types are refused, so no entity of a file's own is ever expanded.
 */
import { SaxesParser } from 'saxes'

export type XmlAttributes = Readonly<Record<string, string>>

export type XmlHandler = {
  /** `name` is local, attributes keep their prefixes. */
  readonly open: (name: string, attributes: XmlAttributes) => void
  /** All text up to the next tag, comment or CDATA section, or the whole of such a section. */
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

export type XmlScanner = {
  /** False when this is not XML that a workbook may hold; what was called for this piece then counts for nothing. */
  write(piece: string): boolean
  /** After the last piece: whether the document is whole. */
  end(): boolean
}

/** saxes keeps all elements that are open, and gathers a tag or a text until it ends: 11 KB can be made to take 2 GB. */
const deepestElement = 100
const longestToken = 4 * 1024 * 1024

export const createXmlScanner = ({ open, text, close }: XmlHandler): XmlScanner => {
  // Namespaces are not resolved: programs write prefixes that they never declare.
  const parser = new SaxesParser({ xmlns: false, position: false })
  let wellFormed = true
  let depth = 0
  let sinceLastToken = 0

  const refuse = (): void => {
    wellFormed = false
  }
  const takeText = (piece: string): void => {
    sinceLastToken = 0
    text(piece)
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('text', takeText)
  parser.on('cdata', takeText)
  parser.on('opentag', ({ name, attributes }) => {
    sinceLastToken = 0
    depth += 1
    if (depth > deepestElement) refuse()
    open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    sinceLastToken = 0
    depth -= 1
    close(localName(name))
  })

  return {
    write: (piece) => {
      sinceLastToken += piece.length
      parser.write(piece)
      wellFormed &&= sinceLastToken <= longestToken
      return wellFormed
    },
    end: () => {
      parser.close()
      return wellFormed
    },
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
