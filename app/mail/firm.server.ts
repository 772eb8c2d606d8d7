import { env } from '#app/env.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import type { Firm } from '#emails/letter.ts'

/** What every letter says of who sent it. */
export const firmInLetters: Firm = {
  name: site.name,
  email: site.email,
  home: env.APP_URL + paths.home(),
  privacy: env.APP_URL + paths.privacy(),
}

/** Who letters and invitations come from: the same in both, or a calendar does not let us change what we sent. */
export const sender = { name: site.name, address: env.MAIL_FROM ?? site.email }
