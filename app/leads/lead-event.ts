import { z } from 'zod'

const instant = z.iso.datetime()

/** Whose words they are: erasure finds them by it on any lead. */
const ofSubmission = { submissionId: z.string().optional() }

/**
 * What can happen on a lead's timeline. `lead_event.detail` has the shape that its kind has here: rows are written
 * through `leadEventSchema` and read through it.
 */
export const leadEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('submitted'),
    submission: z.enum(['requirement', 'booking', 'manual', 'message', 'import']),
    submissionId: z.string(),
    title: z.string(),
  }),
  z.object({ kind: z.literal('booked'), bookingId: z.string(), reference: z.string(), startsAt: instant }),
  z.object({
    kind: z.literal('rescheduled'),
    bookingId: z.string(),
    reference: z.string(),
    from: instant,
    to: instant,
    by: z.enum(['visitor', 'staff']),
  }),
  z.object({
    kind: z.literal('cancelled'),
    bookingId: z.string(),
    reference: z.string(),
    startsAt: instant,
    by: z.enum(['visitor', 'staff']),
    reason: z.string(),
  }),
  /** `from` and `to` are hosts as they were called then. */
  z.object({
    kind: z.literal('reassigned'),
    bookingId: z.string(),
    reference: z.string(),
    startsAt: instant,
    from: z.string(),
    to: z.string(),
  }),
  z.object({ kind: z.literal('reopened'), bookingId: z.string(), reference: z.string(), startsAt: instant }),
  z.object({
    kind: z.literal('marked'),
    bookingId: z.string(),
    reference: z.string(),
    startsAt: instant,
    as: z.enum(['attended', 'no_show']),
  }),
  z.object({
    kind: z.literal('status'),
    from: z.string(),
    to: z.string(),
    /** Why it moved: a person chose it, or a real event did (a logged call, a consultation that was held, a letter),
     * or a change to many leads was undone. */
    because: z.enum(['chosen', 'called', 'attended', 'mailed', 'undone']),
    lostReason: z.string().optional(),
    note: z.string().optional(),
  }),
  z.object({
    kind: z.literal('address-corrected'),
    bookingId: z.string(),
    reference: z.string(),
    from: z.string(),
    to: z.string(),
  }),
  /** `guests`: how many are invited now; who they are stands in the booking alone. */
  z.object({
    kind: z.literal('guests-changed'),
    bookingId: z.string(),
    reference: z.string(),
    guests: z.int().min(0),
  }),
  /** What a visitor added on the page of their request; `key` is that of the form. */
  z.object({ kind: z.literal('visitor-noted'), words: z.string(), key: z.string(), ...ofSubmission }),
  z.object({ kind: z.literal('visitor-attached'), name: z.string(), key: z.string(), ...ofSubmission }),
  z.object({ kind: z.literal('withdrawn'), from: z.string(), reason: z.string(), ...ofSubmission }),
  /** Everything before was erased. */
  z.object({ kind: z.literal('erased') }),
  /** It was held because it looked like abuse; `reasons` are those of app/abuse/judgement.ts. */
  z.object({ kind: z.literal('released'), reasons: z.array(z.string()) }),
  z.object({ kind: z.literal('called'), words: z.string() }),
  z.object({ kind: z.literal('noted'), noteId: z.string() }),
  /** Its words stand in the task alone; for whom and until when, as it was then, where that was said or changed. */
  z.object({
    kind: z.literal('task'),
    taskId: z.string(),
    what: z.enum(['added', 'changed', 'done', 'undone']),
    assignee: z.string().optional(),
    dueAt: instant.optional(),
  }),
  z.object({ kind: z.literal('suggested'), field: z.string(), value: z.string() }),
  /** Who holds the lead, by the names of then; without one nobody does. */
  z.object({ kind: z.literal('owner'), from: z.string().optional(), to: z.string().optional() }),
  /** Fields that somebody changed by hand, as they were and as they are. */
  z.object({
    kind: z.literal('edited'),
    changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  }),
  /** Another lead, its person or both were merged into this one: its number, and the fields taken from it. */
  z.object({
    kind: z.literal('merged'),
    what: z.enum(['both', 'people', 'leads']),
    lead: z.int(),
    fields: z.array(z.string()),
  }),
  /** A part of this lead became one of its own, or this lead was a part of another one. */
  z.object({ kind: z.literal('split'), lead: z.int() }),
  z.object({ kind: z.literal('split-from'), lead: z.int() }),
  z.object({ kind: z.literal('deleted') }),
  z.object({ kind: z.literal('restored'), by: z.enum(['staff', 'visitor']) }),
  z.object({ kind: z.literal('tagged'), added: z.array(z.string()), removed: z.array(z.string()) }),
  /** Put into the archive, or taken out of it. */
  z.object({ kind: z.literal('archived'), archived: z.boolean() }),
  /** What became of something that a form said otherwise. */
  z.object({ kind: z.literal('decided'), field: z.string(), value: z.string(), accepted: z.boolean() }),
])

export type LeadEventEntry = z.infer<typeof leadEventSchema>
