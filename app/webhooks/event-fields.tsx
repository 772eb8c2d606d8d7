import { webhookEvents, webhookWords } from './webhook-event.ts'

/** What a webhook is told of: each event with its name, as messages carry it. */
export function EventFields({ chosen, errors }: { chosen: readonly string[]; errors: string[] | undefined }) {
  return (
    <fieldset className="field" aria-describedby={errors ? 'events-error' : undefined}>
      <legend>What it is told</legend>
      {errors && (
        <p className="field-error" id="events-error">
          {errors.join(' ')}
        </p>
      )}
      {webhookEvents.map((event, i) => (
        <div key={event} className="check">
          <input
            type="checkbox"
            id={i === 0 ? 'events' : `events-${event}`}
            name="events"
            value={event}
            defaultChecked={chosen.includes(event)}
          />
          <label htmlFor={i === 0 ? 'events' : `events-${event}`}>
            {webhookWords[event]} <code className="beside">{event}</code>
          </label>
        </div>
      ))}
    </fieldset>
  )
}
