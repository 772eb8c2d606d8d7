import type { DeskDone } from '#app/desk-paths.ts'
import { Notice } from '#app/ui/notice.tsx'

const words: Record<DeskDone, string> = { added: 'Added.', saved: 'Saved.', removed: 'Removed.' }

/** What the form before this page did, from the page's address. */
export function readDone(request: Request): DeskDone | null {
  const done = new URL(request.url).searchParams.get('done') ?? ''
  return isDone(done) ? done : null
}

export function DoneNotice({ done }: { done: DeskDone | null }) {
  return done && <Notice tone="success">{words[done]}</Notice>
}

function isDone(text: string): text is DeskDone {
  return Object.hasOwn(words, text)
}
