import { DefinitionList } from '#app/ui/definition-list.tsx'

/** What would be filled in, before anything is. */
export function UnderstoodList({ understood }: { understood: readonly { label: string; value: string }[] }) {
  return (
    <section className="understood" aria-labelledby="understood" aria-live="polite">
      <h2 id="understood">What we understood</h2>
      {understood.length === 0 ? (
        <p>
          Nothing that we know by name. Add to the description, or go back and answer step by step: it takes a
          few minutes.
        </p>
      ) : (
        <>
          <DefinitionList entries={understood.map(({ label, value }) => ({ term: label, value }))} />
          <p className="field-hint">
            You go through every answer on the next pages and change what is wrong.
          </p>
        </>
      )}
    </section>
  )
}
