/**
 * The quickest answer that Node can give, to measure others against: a `node:http` server that sends one answer to
 * everybody. Reads `{ headers: [name, value, …], body: base64 }` from its input and prints its port.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'

const { headers, body } = /** @type {{ headers: string[], body: string }} */ (await json(process.stdin))
const bytes = Buffer.from(body, 'base64')

const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
})
await once(server.listen(0, '127.0.0.1'), 'listening')
const address = server.address()
console.log(typeof address === 'object' && address ? address.port : '')
