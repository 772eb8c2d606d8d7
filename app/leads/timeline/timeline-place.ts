/**
 * Where a page of a timeline ends: at an event or a letter, as its address says it, `1764000000000-e12` or
 * `1764000000000-l` and the letter's id. Of one moment events stand above letters, later ones above earlier ones, so a page
 * may end between two entries of a moment and none is lost.
 */
import { z } from 'zod'

export type TimelinePlace = { at: Date } & ({ event: bigint } | { letter: string })

export function writePlace(place: TimelinePlace): string {
  return `${place.at.getTime()}-${'event' in place ? `e${place.event}` : `l${place.letter}`}`
}

/** The place that an address names, or null. */
export function readPlace(text: string | null): TimelinePlace | null {
  const [, milliseconds, event, letter] = /^(\d{1,14})-(?:e(\d{1,18})|l(.+))$/.exec(text ?? '') ?? []
  const at = new Date(Number(milliseconds))
  if (event) return { at, event: BigInt(event) }
  return letter && z.uuid().safeParse(letter).success ? { at, letter } : null
}
