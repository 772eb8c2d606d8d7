import { randomUUID } from 'node:crypto'
import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'

type NewQuestion = Omit<Prisma.QuestionUncheckedCreateWithoutTypeInput, 'position'>

/** A type that asks these questions, with a host who is there every day at any hour. */
export async function addType(
  about: Partial<Prisma.ConsultationTypeCreateInput> & { asks?: NewQuestion[] } = {},
) {
  const { asks = [], ...columns } = about
  const slug = about.slug ?? `type-${randomUUID().slice(0, 8)}`
  return db.consultationType.create({
    data: {
      slug,
      name: 'Architecture review',
      minutes: 30,
      stepMinutes: 30,
      noticeMinutes: 0,
      windowDays: 30,
      questions: { create: asks.map((question, position) => ({ ...question, position })) },
      hosts: { create: { host: { create: alwaysThere(`host-of-${slug}`) } } },
      ...columns,
    },
    include: { questions: { orderBy: { position: 'asc' } }, hosts: { include: { host: true } } },
  })
}

function alwaysThere(slug: string): Prisma.HostCreateInput {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', until: '24:00' }))
  return {
    slug,
    name: 'Dev Rao',
    timeZone: 'UTC',
    publicId: randomUUID(),
    schedules: { create: { name: 'Always', isDefault: true, hours: { create: hours } } },
  }
}
