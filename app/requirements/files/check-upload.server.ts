import { sayWait, takeFrom } from '#app/ops/rate-limits.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { checkFile, type CheckedFile } from './check-file.server.ts'
import { fileProblemWords } from './file-problem.ts'
import type { Upload } from './read-upload.server.ts'

/** A file that came with a form, checked and counted for its address; null without one. Refused in the words for its field. */
export async function checkUpload(
  ip: string,
  { file, problem }: Upload,
): Promise<Outcome<CheckedFile | null, string>> {
  if (problem) return refused(fileProblemWords[problem])
  if (!file) return done(null)
  const taken = await takeFrom('upload', ip)
  if (!taken.ok) {
    return refused(`Several files were sent already. Select it again ${sayWait(taken.retryAfterSeconds)}.`)
  }
  const checked = await checkFile(file)
  return checked.ok ? checked : refused(fileProblemWords[checked.reason])
}
