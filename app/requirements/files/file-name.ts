import { done, refused, type Outcome } from '#app/ops/outcome.ts'

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
  md: 'text/markdown',
} as const
export type FileKind = keyof typeof mediaTypes

const mostCharacters = 120

/** Endings that make a program of a file, or hide one: none may stand before the last one. */
const otherEndings =
  /\.(exe|com|scr|bat|cmd|ps1|vbs?|jse?|mjs|wsf|hta|lnk|msi|dll|jar|apk|sh|php\d?|phtml|asp|aspx|jsp|py|pl|rb|html?|xhtml|svg|xml|docm|dotm|xlsm|pptm|docx?|pdf|rtf|zip|rar|7z|gz|tar|iso|img)(?=\.)/i

/** What a name says of the kind of its file, and the name as it is kept: one plain line without folders. */
export function readFileName(
  given: string,
): Outcome<{ name: string; kind: FileKind }, 'wrong-type' | 'two-endings'> {
  const name = given
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
  const kind = Object.keys(mediaTypes).find((ending) => name.toLowerCase().endsWith(`.${ending}`))
  if (otherEndings.test(name)) return refused('two-endings')
  if (!isKind(kind) || name.length === kind.length + 1) return refused('wrong-type')
  const stem = [...name.slice(0, -kind.length - 1)].slice(0, mostCharacters - kind.length - 1).join('')
  return done({ name: `${stem}.${kind}`, kind })
}

function isKind(ending: string | undefined): ending is FileKind {
  return ending !== undefined && Object.hasOwn(mediaTypes, ending)
}
