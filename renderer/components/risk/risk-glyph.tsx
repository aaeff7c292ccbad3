/** Our own five shapes, one for each band: told apart without colour, drawn in the colour of the text around them. */
import css from './risk.module.css'
import type { RiskBand } from './band.ts'

export const RiskGlyph = ({ band, size = 14 }: { readonly band: RiskBand; readonly size?: number }) => (
  <svg className={css.glyph} data-band={band} width={size} height={size} viewBox="0 0 14 14" aria-hidden>
    {shapes[band]}
  </svg>
)

const shapes: Readonly<Record<RiskBand, React.ReactNode>> = {
  critical: (
    <>
      <path d="M7 1 13 7 7 13 1 7Z" fill="currentColor" stroke="currentColor" strokeWidth="1" strokeLinejoin="round" />
      <path d="M7 4v3.4M7 9.4v.5" stroke="var(--bg)" strokeWidth="1.5" strokeLinecap="round" fill="none" />
    </>
  ),
  high: <path d="M7 2 12.5 12H1.5Z" fill="currentColor" stroke="currentColor" strokeWidth="1" strokeLinejoin="round" />,
  moderate: (
    <>
      <rect x="2" y="2" width="10" height="10" rx="2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M2 7h10v3a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2Z" fill="currentColor" />
    </>
  ),
  low: <circle cx="7" cy="7" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  unknown: (
    <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="1.9 2.03" />
  ),
}
