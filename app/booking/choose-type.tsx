import { ZoneGuess } from '#app/booking/picker/zone-form.tsx'
import { calls } from '#app/marketing/calls.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Choices, TypeChoice } from './load-choices.server.ts'

/** Where there are several types: which one it shall be. Each says when it could be, so that one need not look. */
export function ChooseType(props: {
  choices: Choices
  about: string | null
  isZoneGuessed: boolean
  /** The name of the type that was asked for and is no longer offered. */
  retired: string | null
}) {
  const { choices, about, isZoneGuessed, retired } = props
  return (
    <div className="page">
      {isZoneGuessed && <ZoneGuess timeZone={choices.timeZone} />}
      {retired && (
        <Notice tone="amber">{`“${retired}” is no longer offered. Choose another kind of meeting.`}</Notice>
      )}
      <h1>{calls.book.label}</h1>
      <p>{calls.book.sentence}</p>
      {about ? (
        <p>
          About <strong>{about}</strong>
        </p>
      ) : (
        <p>
          {calls.together} <a href={paths.start()}>{calls.start.label}</a>
        </p>
      )}
      <h2 id="types">What shall it be?</h2>
      {choices.types.length > 0 ? (
        <ul className="types" aria-labelledby="types">
          {choices.types.map((type) => (
            <TypeLink key={type.href} type={type} zoneName={choices.zoneName} />
          ))}
        </ul>
      ) : (
        <p>No meeting can be booked here at the moment.</p>
      )}
    </div>
  )
}

function TypeLink({ type, zoneName }: { type: TypeChoice; zoneName: string }) {
  const { href, name, minutes, description, place, next } = type
  return (
    <li className="type">
      <h3>
        <a href={href}>{name}</a>
      </h3>
      <p className="label">
        {minutes} minutes · {place}
      </p>
      {description && <p>{description}</p>}
      {next ? (
        <p className="type-next">
          <span className="label-live">Next free:</span> {next.date}, {next.time}{' '}
          <span className="type-zone">({zoneName})</span>
        </p>
      ) : (
        <p className="type-next">No time is free in the coming weeks.</p>
      )}
    </li>
  )
}
