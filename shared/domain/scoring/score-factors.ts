/** The registered factors of the posture score, in the order in which a screen explains them. */
import type { ClientFacts } from './client-facts.ts'
import type { ScoreFactor } from './posture-score.ts'

/** Controls, evidence, frameworks and findings register theirs when they arrive; until then every score is Unknown. */
export const scoreFactors: readonly ScoreFactor<ClientFacts>[] = []
