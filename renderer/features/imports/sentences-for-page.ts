/** The engine's words about a list also name the option of the command line that would help; there is none on a page. */
export const sentencesForPage = (reason: string): readonly string[] =>
  reason.split(/(?<=[.:])\s+(?=[A-Z])/u).filter((sentence) => !sentence.includes('--map'))
