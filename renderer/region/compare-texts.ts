/** The order of texts as people of a region have it: ä beside a in German, behind z in Swedish; 9 before 10. */
export const compareTextsIn = (locale: string): ((left: string, right: string) => number) => {
  const known = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  collators.set(locale, known)
  return known.compare
}

const collators = new Map<string, Intl.Collator>()
