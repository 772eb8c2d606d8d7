/** What a privacy notice says, part by part. */
export type NoticeText = readonly NoticePart[]

type NoticePart = {
  id: string
  heading: string
  text: readonly string[]
  list?: readonly string[]
  /** The page on which a reader does it themselves. */
  act?: { href: string; words: string }
}
