import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { sayDayAndYear } from '#app/time/say.ts'
import type { CalendarDate } from '#app/time/types.ts'

/** What happens with the answers, where they are given. */
export function NoticeLine({ version, verb }: { version: CalendarDate; verb: 'sending' | 'continuing' }) {
  return (
    <p className="field-hint">
      By {verb} you agree that {site.name} uses these answers to reply to your request, as the{' '}
      <a href={paths.privacy()}>privacy notice of {sayDayAndYear(version)}</a> says, which also tells how to
      see, correct or erase them.{' '}
      {verb === 'continuing'
        ? 'Nothing else is done with them, unless you tick the box above.'
        : 'Nothing else is done with them.'}
    </p>
  )
}

/** A consent of its own: never ticked beforehand, and never needed to go on. */
export function MarketingBox({ ticked }: { ticked: boolean }) {
  return (
    <label className="radio consent">
      <input type="checkbox" name="marketing" value="on" defaultChecked={ticked} />
      <span>
        Write to me now and then about hiring engineers. I can stop it at any time, and it is not needed for
        an answer.
      </span>
    </label>
  )
}
