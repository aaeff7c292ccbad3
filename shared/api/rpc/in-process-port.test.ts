import { describeRpcContract } from '#testing/rpc-contract.ts'
import { expect, test } from 'vitest'
import { createInProcessPorts } from './in-process-port.ts'

describeRpcContract('ports inside one process', (serve) => {
  const [client, server] = createInProcessPorts()
  serve(server)
  return Promise.resolve({ client })
})

test('[RPC-14] delivers in order and not before the poster has finished its turn', async () => {
  const [left, right] = createInProcessPorts()
  const received: unknown[] = []
  right.onMessage((message) => received.push(message))
  left.post(1)
  left.post(2)
  expect(received).toEqual([])
  await Promise.resolve()
  expect(received).toEqual([1, 2])
})

test('[RPC-14] delivers what was posted before a close, tells both ends once, and nothing after it', async () => {
  const [left, right] = createInProcessPorts()
  const received: unknown[] = []
  const closed: string[] = []
  right.onMessage((message) => received.push(message))
  left.onClose(() => closed.push('left'))
  right.onClose(() => closed.push('right'))
  left.post('last words')
  left.close()
  left.close()
  left.post('too late')
  await new Promise(setImmediate)
  right.close()
  right.onClose(() => closed.push('late listener'))
  await new Promise(setImmediate)
  expect(received).toEqual(['last words'])
  expect(closed).toEqual(['left', 'right', 'late listener'])
})
