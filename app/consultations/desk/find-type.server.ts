import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { inOrder } from '../find-asked.server.ts'

const whole = {
  hosts: {
    select: { hostId: true, rank: true, weight: true, scheduleId: true, host: { select: { name: true } } },
    orderBy: { host: { name: 'asc' } },
  },
  questions: inOrder,
} satisfies Prisma.ConsultationTypeInclude

export type WholeType = Prisma.ConsultationTypeGetPayload<{ include: typeof whole }>

/** The type of that address; 404 when there is none. */
export async function getType(slug: string | undefined): Promise<WholeType> {
  const type = await db.consultationType.findUnique({ where: { slug: slug ?? '' }, include: whole })
  if (!type) throw new Response(null, { status: 404 })
  return type
}

/** One question of a type; 404 when it asks no such one. */
export async function getQuestion(params: { slug?: string; question?: string }) {
  const type = await getType(params.slug)
  const question = type.questions.find(({ id }) => id === params.question)
  if (!question) throw new Response(null, { status: 404 })
  const { version } = await db.question.findUniqueOrThrow({
    where: { id: question.id },
    select: { version: true },
  })
  return { type, question: { ...question, version } }
}

/** A calendar that may hold a type, with the hours that it can do so in. */
export type HostChoice = { id: string; name: string; active: boolean; schedules: ScheduleChoice[] }
type ScheduleChoice = { id: string; name: string; isDefault: boolean }

/** All calendars, those that can be booked first. */
export function listHostChoices(): Promise<HostChoice[]> {
  return db.host.findMany({
    select: {
      id: true,
      name: true,
      active: true,
      schedules: {
        select: { id: true, name: true, isDefault: true },
        orderBy: [{ isDefault: 'desc' }, { name: 'asc' }],
      },
    },
    orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: 100,
  })
}

/** Whether anybody ever booked or is just booking it. */
export async function wasBooked(typeId: string): Promise<boolean> {
  return (await db.booking.findFirst({ where: { typeId }, select: { id: true } })) !== null
}
