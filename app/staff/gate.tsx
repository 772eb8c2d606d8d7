import type { ReactNode } from 'react'
import { site } from '#app/site.ts'
import { Label } from '#app/ui/label.tsx'

/** A page before the desk: one sheet in the middle, with what it is for at its head. */
export function Gate({
  heading,
  words,
  children,
}: {
  heading: string
  words?: ReactNode
  children?: ReactNode
}) {
  return (
    <main id="main" className="gate">
      <header>
        <Label>{site.name} · staff</Label>
        <h1>{heading}</h1>
        {words && <p>{words}</p>}
      </header>
      {children}
    </main>
  )
}
