/** The field that holds a practice's band table. */
import { z } from 'zod'
import { parseThresholds } from '../scoring/band-thresholds.ts'
import type { Field } from './field.ts'

export const scoreBands = (): Field<z.ZodType<string>> => ({
  schema: z
    .string()
    .refine(
      (text) => parseThresholds(text) !== undefined,
      'Use three scores from 1 to 100, each above the one before, such as 20/40/60.',
    ),
  column: 'TEXT',
})
