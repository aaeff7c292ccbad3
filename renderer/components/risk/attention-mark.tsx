/** Why somebody has to look: the reason, its urgency by glyph. Where nothing is wrong there is no mark. */
import { RiskGlyph } from './risk-glyph.tsx'
import css from './risk.module.css'

export type AttentionTier = 'now' | 'soon' | 'watch'

export type AttentionMarkProps = {
  readonly tier: AttentionTier
  /** "6 tasks overdue". */
  readonly reason: string
  /** Further reasons: "and 2 more". */
  readonly more?: string | undefined
}

const bands = { now: 'critical', soon: 'high', watch: 'moderate' } as const

export const AttentionMark = ({ tier, reason, more }: AttentionMarkProps) => (
  <span className={css.badge} data-band={bands[tier]}>
    <RiskGlyph band={bands[tier]} />
    <span className={css.reason}>{reason}</span>
    {more !== undefined && <span className={css.score}>{more}</span>}
  </span>
)
