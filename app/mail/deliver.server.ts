import type { Letter } from '#app/prisma/client.ts'

/** Asked when a letter's turn comes: does what it says still hold? Handed in by whoever starts the worker. */
export type StillDue = (letter: Letter) => Promise<boolean>
