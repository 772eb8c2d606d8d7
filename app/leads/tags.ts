import { line } from '#app/ops/text.ts'

export const mostTags = 20

/** A word or two, in lower case, without the signs that separate tags from each other. */
export const tagName = line(30)
  .transform((text) => text.toLowerCase())
  .refine(
    (text) => /^[\p{L}\p{N}][\p{L}\p{N} .&/+#-]*$/u.test(text),
    'Use letters and digits, such as key account.',
  )

/** `key account, berlin`: each once, in the order of the alphabet. */
export const tagList = line(700)
  .transform((text) => text.split(/[,;]/).map((part) => part.trim()))
  .transform((parts): string[] => parts.filter(Boolean))
  .refine((tags) => tags.every((tag) => tagName.safeParse(tag).success), {
    error: 'Use letters and digits, up to 30 for each tag, and commas between them.',
  })
  .transform((tags) => [...new Set(tags.map((tag) => tagName.parse(tag)))].sort())
  .refine((tags) => tags.length <= mostTags, `Use ${mostTags} tags or fewer.`)
