// What was typed is not lost to a session that ended meanwhile, or to a gap in the connection: before a form with typing in it is
// sent, the server is asked whether anybody is there. If not, the page stays as it is and says what to do.
const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector('#not-sent'))
/** The form that was found good to go. @type {HTMLFormElement | null} */
let goes = null
let isAsking = false

/** @param {HTMLFormElement} form */
function holdsTyping(form) {
  // What has drafts looks after itself. Whoever types a password is asked for it again anyway, and a passkey has to follow
  // its press at once.
  if (form.method !== 'post' || form.matches('[data-draft], :has([type=password])')) return false
  return form.querySelector('textarea, input:not([type=hidden], [type=checkbox], [type=radio])') !== null
}

async function whyNot() {
  try {
    const answer = await fetch(dialog?.dataset.ask ?? '')
    return answer.redirected ? 'signed-out' : null
  } catch {
    return 'no-answer'
  }
}

addEventListener(
  'submit',
  async (event) => {
    const { target: form, submitter } = event
    if (!dialog || !(form instanceof HTMLFormElement) || !holdsTyping(form)) return
    if (goes === form) return void (goes = null)
    event.preventDefault()
    event.stopImmediatePropagation()
    if (isAsking) return
    isAsking = true
    const reason = await whyNot()
    isAsking = false
    if (reason) {
      for (const words of dialog.querySelectorAll('[data-why]'))
        words.toggleAttribute('hidden', words.getAttribute('data-why') !== reason)
      return dialog.showModal()
    }
    goes = form
    form.requestSubmit(submitter)
  },
  { capture: true },
)

export {}
