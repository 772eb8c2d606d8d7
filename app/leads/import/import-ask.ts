import { z } from 'zod'
import { importFields } from './import-fields.ts'

/** What an import was asked to do: the file's name and heads, and, once they are chosen, what its columns are. */
export const importAskSchema = z.object({
  fileName: z.string(),
  head: z.array(z.string()),
  fields: z.array(z.enum(importFields).nullable()).nullable(),
  /** What is needed, where a line does not say. */
  title: z.string(),
  /** Whose the leads become, where a line does not say; `''` is nobody. */
  owner: z.string(),
  /** What becomes of people whom we know already. */
  known: z.enum(['add', 'skip']),
})
export type ImportAsk = z.infer<typeof importAskSchema>
