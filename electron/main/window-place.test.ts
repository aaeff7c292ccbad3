import { describe, expect, test } from 'vitest'
import { besideWindow, parsePlace, placeWindow, type Rectangle } from './window-place.ts'

const primary: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 }
const right: Rectangle = { x: 1920, y: 0, width: 2560, height: 1400 }
const remembered = (bounds: Rectangle) => ({ bounds, isMaximized: false })

describe('the place of a window', () => {
  test('[SHELL-43] the first time it is 1280 by 800, where the system puts it', () => {
    expect(placeWindow(undefined, [primary])).toEqual({ bounds: { width: 1280, height: 800 }, isMaximized: false })
  })

  test('[SHELL-43] stands again where it stood, on its display, maximized or not', () => {
    const bounds = { x: 2100, y: 80, width: 1600, height: 1000 }
    expect(placeWindow(remembered(bounds), [primary, right]).bounds).toEqual(bounds)
    expect(placeWindow({ bounds, isMaximized: true }, [primary, right])).toEqual({ bounds, isMaximized: true })
  })

  test('[SHELL-43] comes onto a screen when its display is gone, and fits on it', () => {
    const bounds = { x: 2100, y: 80, width: 2200, height: 1300 }
    expect(placeWindow(remembered(bounds), [primary]).bounds).toEqual({ width: 1920, height: 1040 })
    const above = { x: 100, y: -900, width: 1280, height: 800 }
    expect(placeWindow(remembered(above), [primary]).bounds).toEqual({ width: 1280, height: 800 })
  })

  test('[SHELL-43] is never smaller than a window may be', () => {
    const small = { x: 0, y: 0, width: 300, height: 200 }
    expect(placeWindow(remembered(small), [primary]).bounds).toMatchObject({ width: 960, height: 640 })
  })

  test('[SHELL-43] a second window does not hide the first', () => {
    const bounds = { x: 100, y: 50, width: 1280, height: 800 }
    expect(besideWindow(bounds).bounds).toEqual({ x: 132, y: 82, width: 1280, height: 800 })
  })

  test.each([
    '',
    'null',
    '{}',
    '{"bounds":{"x":1},"isMaximized":true}',
    '{"bounds":{"x":"1","y":0,"width":9,"height":9}}',
  ])('[SHELL-43] takes %j for nothing', (text) => expect(parsePlace(text)).toBeUndefined())
})
