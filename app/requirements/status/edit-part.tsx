import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RoleRows } from '../role-row.tsx'
import { typedRows } from '../role-rows.ts'
import { TermsAnswers, WorkAnswers, type AnswerProps } from './answer-fields.tsx'

/**
 * The answers that change after they were sent, asked as at first. What is sent here is kept beside what was sent before.
 * `newestHref`: of the page whose answers these replace, when they were changed elsewhere since.
 */
export function EditPart(
  props: AnswerProps & { keyOfForm: string; isOpen: boolean; newestHref: string | null },
) {
  const { typed, errors, offer } = props
  const rows = typedRows(typed)
  return (
    <details id="change" className="no-print act" open={props.isOpen}>
      <summary>Change your answers</summary>
      <form method="post" action={props.newestHref ?? undefined} className="form" noValidate>
        {/* Enter in a text field presses the first button. */}
        <button className="said" tabIndex={-1} aria-hidden="true" name="intent" value="edit">
          Send the changed answers
        </button>
        <input type="hidden" name="key" value={props.keyOfForm} />
        {errors.change && <Notice tone="amber">{errors.change.join(' ')}</Notice>}
        <h3>Whom you need</h3>
        <RoleRows rows={rows.length > 0 ? rows : [{}]} roles={offer.roles} errors={errors} backTo="#change" />
        <WorkAnswers {...{ typed, errors, offer }} />
        <TermsAnswers {...{ typed, errors, offer }} />
        <div>
          <Button name="intent" value="edit">
            Send the changed answers
          </Button>
        </div>
      </form>
    </details>
  )
}
