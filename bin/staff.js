/** `npm run staff -- reset EMAIL`: a new password for a member of staff who forgot theirs. */
import { Refusal, run } from './refusal.js'
import { openSite } from './site.js'

await run(async () => {
  const { staffCommand } = await openSite()
  const words = await staffCommand(process.argv.slice(2)).catch((/** @type {Error} */ error) => {
    throw new Refusal(error.message)
  })
  console.log(words)
})
// The pool of connections would keep the process for its idle time.
process.exit()
