import { describeRpcContract } from '#testing/rpc-contract.ts'
import { MessageChannel } from 'node:worker_threads'
import { messagePortToPort } from './message-port.ts'

describeRpcContract('a MessagePort', (serve) => {
  const { port1, port2 } = new MessageChannel()
  serve(messagePortToPort(port2))
  return Promise.resolve({ client: messagePortToPort(port1) })
})
