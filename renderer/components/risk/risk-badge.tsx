/** A band as glyph and word; in a narrow column the glyph alone, with its word in a tooltip and for those who hear. */
import type { RiskBand } from './band.ts'
import { RiskGlyph } from './risk-glyph.tsx'
import css from './risk.module.css'

export type RiskBadgeProps = {
  readonly band: RiskBand
  /** "Critical": a word is always given, also where it is not shown. */
  readonly word: string
  readonly glyphOnly?: boolean
  /** A score beside the word. */
  readonly score?: string | undefined
}

export const RiskBadge = ({ band, word, glyphOnly = false, score }: RiskBadgeProps) =>
  glyphOnly ? (
    <span className={css.badge} data-band={band} role="img" aria-label={word} title={word}>
      <RiskGlyph band={band} />
    </span>
  ) : (
    <span className={css.badge} data-band={band}>
      <RiskGlyph band={band} />
      <span className={css.word}>{word}</span>
      {score !== undefined && <span className={css.score}>{score}</span>}
    </span>
  )
