import type { BookableHost } from './bookable-types.server.ts'

/** With whom: links, because each choice shows other times. Nothing where there is nobody to choose. */
export function ChooseHost(props: {
  hosts: readonly BookableHost[]
  chosen: string | undefined
  linkTo: (host: string | undefined) => string
}) {
  if (props.hosts.length < 2) return null
  const choices = [{ slug: undefined, name: 'Whoever is free first' }, ...props.hosts]
  return (
    <div className="choose-host">
      <h2 id="with" className="label">
        With
      </h2>
      <ul aria-labelledby="with">
        {choices.map(({ slug, name }) => (
          <li key={name}>
            <a
              id={`with-${slug ?? 'anyone'}`}
              href={props.linkTo(slug)}
              aria-current={slug === props.chosen ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
