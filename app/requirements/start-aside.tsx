import { calls } from '#app/marketing/calls.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'

/** Beside both doors: what comes of a request. */
export function StartAside() {
  return (
    <aside aria-labelledby="next" className="aside">
      <h2 id="next">What happens next</h2>
      <DefinitionList
        entries={[
          { term: 'At once', value: 'You get a reference, and a letter that leads back to what you sent.' },
          { term: `Within ${site.replyWithin}`, value: 'A consultant reads it and answers you.' },
          { term: 'Then', value: 'You talk, you meet the people we suggest, and you decide.' },
        ]}
      />
      <p>{calls.together}</p>
      <p>
        Rather talk first? <a href={paths.book()}>{calls.book.label}</a>
      </p>
    </aside>
  )
}
