/** Where a window stands: kept for the next start, and put back onto a screen that is there. */

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type WindowPlace = {
  /** Of the window when it is not maximized, in the coordinates of all displays together. */
  readonly bounds: Rectangle
  readonly isMaximized: boolean
}

export const smallestSize = { width: 960, height: 640 } as const
const usualSize = { width: 1280, height: 800 } as const

/** So much of the title bar has to be within reach of the mouse. */
const reachable = { width: 120, height: 32 } as const

/** `areas`: the parts of the displays that windows may cover, the primary one first. Without a `bounds` the system chooses. */
export const placeWindow = (
  remembered: WindowPlace | undefined,
  areas: readonly Rectangle[],
): { readonly bounds: Partial<Rectangle>; readonly isMaximized: boolean } => {
  if (remembered === undefined) return { bounds: usualSize, isMaximized: false }
  const { bounds, isMaximized } = remembered
  const home = areas.find((area) => isWithinReach(bounds, area))
  // Its display is gone: the system puts it onto another one.
  if (home === undefined) return { bounds: fitInto(bounds, areas[0] ?? { ...bounds }), isMaximized }
  return { bounds: { x: bounds.x, y: bounds.y, ...fitInto(bounds, home) }, isMaximized }
}

/** A second window does not hide the one that it came from. */
export const besideWindow = ({ x, y, width, height }: Rectangle): WindowPlace => ({
  bounds: { x: x + 32, y: y + 32, width, height },
  isMaximized: false,
})

/** The part of the top edge that lies in the area. */
const isWithinReach = ({ x, y, width }: Rectangle, area: Rectangle): boolean => {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return shown >= reachable.width && y >= area.y && y + reachable.height <= area.y + area.height
}

const fitInto = (bounds: Rectangle, area: Rectangle): Pick<Rectangle, 'width' | 'height'> => ({
  width: Math.max(smallestSize.width, Math.min(bounds.width, area.width)),
  height: Math.max(smallestSize.height, Math.min(bounds.height, area.height)),
})

/** What was written by hand or by another version counts as nothing. */
export const parsePlace = (text: string): WindowPlace | undefined => {
  try {
    const place: unknown = JSON.parse(text)
    return isPlace(place) ? place : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isPlace = (value: unknown): value is WindowPlace => {
  const { bounds, isMaximized } = (value ?? {}) as Partial<WindowPlace>
  if (typeof isMaximized !== 'boolean') return false
  const { x, y, width, height } = (bounds ?? {}) as Partial<Rectangle>
  return [x, y, width, height].every(Number.isInteger)
}
