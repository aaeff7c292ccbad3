/**
 * Reads the XML of a workbook as it arrives: elements and text, entities decoded, namespaces dropped.
 * Document types are refused, so no entity of a file's own is ever expanded.
 */

export type XmlHandler = {
  /** `attributes` is the text between name and end of the tag; see `attributeOf`. */
  readonly open: (name: string, attributes: string) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

export type XmlScanner = {
  /** False when this is not XML that a workbook may hold; nothing is called afterwards. */
  write(piece: string): boolean
  /** Whether every element that was opened is closed. */
  isComplete(): boolean
}

const longestToken = 4 * 1024 * 1024

export const createXmlScanner = (handler: XmlHandler): XmlScanner => {
  let rest = ''
  let depth = 0
  let seen = false
  let wellFormed = true

  const element = (tag: string): void => {
    if (tag.startsWith('/')) {
      depth -= 1
      handler.close(localName(tag.slice(1).trimEnd()))
      return
    }
    const selfClosing = tag.endsWith('/')
    const nameEnd = tag.search(/[\s/]/u)
    const name = localName(nameEnd < 0 ? tag : tag.slice(0, nameEnd))
    seen = true
    handler.open(name, nameEnd < 0 ? '' : tag.slice(nameEnd, selfClosing ? -1 : undefined))
    if (selfClosing) handler.close(name)
    else depth += 1
  }

  const token = (text: string, at: number): number | undefined => {
    if (text[at] !== '<') {
      const end = text.indexOf('<', at)
      if (end >= 0 && depth > 0) handler.text(decodeEntities(text.slice(at, end)))
      return end < 0 ? undefined : end
    }
    const special = specialTokens.find(({ opens }) => text.startsWith(opens, at))
    const end = special === undefined ? tagEnd(text, at) : text.indexOf(special.closes, at + special.opens.length)
    if (end < 0) return undefined
    if (special === undefined) element(text.slice(at + 1, end))
    else if (special.opens === '<![CDATA[') handler.text(text.slice(at + special.opens.length, end))
    else if (special.opens === '<!D') wellFormed = false
    return end + (special?.closes.length ?? 1)
  }

  return {
    write: (piece) => {
      const text = rest + piece
      let at = 0
      while (wellFormed && at < text.length) {
        // A piece may end inside "<![CDATA[" itself.
        if (text.length - at < 9 && '<![CDATA['.startsWith(text.slice(at))) break
        const next = token(text, at)
        if (next === undefined) break
        at = next
        if (depth < 0) wellFormed = false
      }
      rest = text.slice(at)
      wellFormed &&= rest.length <= longestToken
      return wellFormed
    },
    isComplete: () => wellFormed && seen && depth === 0 && rest.trim() === '',
  }
}

/** By its local name: `attributeOf(' s="1" r:id="rId3"', 'id')` is "rId3". */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  const value = attributePattern(name).exec(attributes)
  const text = value?.[1] ?? value?.[2]
  return text === undefined ? undefined : decodeEntities(text)
}

const patternsByName = new Map<string, RegExp>()

const attributePattern = (name: string): RegExp => {
  const known = patternsByName.get(name)
  if (known !== undefined) return known
  const pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
  patternsByName.set(name, pattern)
  return pattern
}

const specialTokens = [
  { opens: '<!--', closes: '-->' },
  { opens: '<![CDATA[', closes: ']]>' },
  { opens: '<?', closes: '?>' },
  { opens: '<!D', closes: '>' },
] as const

/** The ">" that ends a tag; one inside a quoted attribute does not. */
const tagEnd = (text: string, start: number): number => {
  let from = start
  for (;;) {
    const end = text.indexOf('>', from)
    if (end < 0) return -1
    const quote = firstQuote(text, from, end)
    if (quote < 0) return end
    const close = text.indexOf(text[quote] ?? '"', quote + 1)
    if (close < 0) return -1
    from = close + 1
  }
}

const firstQuote = (text: string, from: number, end: number): number => {
  for (let at = from; at < end; at += 1) if (text[at] === '"' || text[at] === "'") return at
  return -1
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const namedEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|lt|gt|amp|quot|apos);/giu, decodeEntity) : text

const decodeEntity = (whole: string, entity: string): string => {
  if (!entity.startsWith('#')) return namedEntities[entity] ?? whole
  const code = /^#x/iu.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
