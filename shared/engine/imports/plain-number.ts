/** Numbers as people write them: plain decimals, no exponent, no digits that binary arithmetic made up. */

/** 15 significant digits, which is what Excel keeps; "" for what is no number. */
export const plainNumber = (value: number): string => {
  if (!Number.isFinite(value)) return ''
  if (Number.isSafeInteger(value)) return String(value)
  return withoutExponent(String(Number(value.toPrecision(15))))
}

const withoutExponent = (text: string): string => {
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/u.exec(text)
  if (parts === null) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point >= digits.length) return sign + digits.padEnd(point, '0')
  return point > 0
    ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
    : `${sign}0.${'0'.repeat(-point)}${digits}`
}
