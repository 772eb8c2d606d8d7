import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'

type SearchFormProps = {
  /** Tells the fields of a page apart: there is one at its foot, too. */
  id: string
  asked?: string
  /** With `label` unseen, what is in the field says it. */
  isPlain?: boolean
}

/** A field and a button, answered by `/search`. */
export function SearchForm({ id, asked = '', isPlain = false }: SearchFormProps) {
  return (
    <search>
      <form method="get" action={paths.search()} className="search-form">
        <label htmlFor={id} className={isPlain ? 'said' : undefined}>
          Search roles and articles
        </label>
        <input
          type="search"
          id={id}
          name="q"
          defaultValue={asked}
          maxLength={100}
          autoComplete="off"
          placeholder={isPlain ? 'A role, a language' : undefined}
        />
        <Button small={isPlain}>Search</Button>
      </form>
    </search>
  )
}
