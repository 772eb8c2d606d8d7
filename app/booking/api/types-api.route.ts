import { inOrder } from '#app/consultations/find-asked.server.ts'
import { meetingPlace } from '#app/consultations/place.ts'
import { db } from '#app/db.server.ts'

/** `GET /api/consultation-types` → `{ types }`: what can be booked, with whom, and what each of them asks. */
export async function loader() {
  const types = await db.consultationType.findMany({
    where: { active: true, hosts: { some: { host: { active: true } } } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: {
      slug: true,
      name: true,
      description: true,
      minutes: true,
      place: true,
      placeDetail: true,
      hosts: {
        where: { host: { active: true } },
        select: { host: { select: { slug: true, name: true } } },
        orderBy: { host: { name: 'asc' } },
      },
      questions: inOrder,
    },
  })
  return Response.json({
    types: types.map(({ place, placeDetail, hosts, ...type }) => ({
      ...type,
      place: meetingPlace({ place, placeDetail }).kind,
      hosts: hosts.map(({ host }) => host),
    })),
  })
}
