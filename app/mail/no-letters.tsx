import { paths } from '#app/paths.ts'
import type { LetterState } from '#app/prisma/enums.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { letterStateWords } from './letter-state.ts'

/** What an empty list means: nothing in this state, or nothing at all so far. */
export function NoLetters({ state }: { state: LetterState | null }) {
  return state ? (
    <EmptyState heading={`No letter is in the state “${letterStateWords[state].name}”`}>
      <p>
        {letterStateWords[state].meaning} <a href={paths.staff.letters()}>Show all letters</a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState heading="No letters yet">
      <p>Every requirement and every booking writes its letters here, with what became of them.</p>
    </EmptyState>
  )
}
