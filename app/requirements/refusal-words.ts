import { site } from '#app/site.ts'
import type { ShareRefusal } from './share-requirement.server.ts'

export const refusalWords: Record<ShareRefusal, string> = {
  'key-reused': 'This form was sent before with other answers. Send it again to make it a second request.',
  'too-many': `We have several requests from this address today. Write to ${site.email} to add to them.`,
}
