import { z } from 'zod'
import { columns } from '../list/filter.ts'
import { chosenSchema } from '../bulk/bulk-act.ts'

export const exportAskSchema = z.object({ chosen: chosenSchema, columns: z.array(z.enum(columns)) })
export type ExportAsk = z.infer<typeof exportAskSchema>

/** How long the file can be fetched. */
export const exportKeptHours = 24
