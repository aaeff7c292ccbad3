/** One logarithmic scale for the losses of a whole table. */

export type LossScale = { readonly from: number; readonly to: number }

/** Where a loss lies: 0 at the lower end of the scale, 1 at the upper. */
export const placeOnScale = (loss: number, { from, to }: LossScale): number => {
  if (!(from > 0) || !(to > from)) return 0
  const place = Math.log(Math.max(loss, from) / from) / Math.log(to / from)
  return Math.min(1, Math.max(0, place))
}
