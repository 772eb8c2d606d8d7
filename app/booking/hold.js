// Counts down how long a time is held, says aloud when little is left and when it is over, and holds it longer without
// leaving the form. Should that fail the form is sent, as the button alone would have done.
const soonSeconds = 120
let deadline = 0
let saidSoon = false

/** @param {string} selector @param {ParentNode} [page] @returns {HTMLElement | null} */
const find = (selector, page = document) => page.querySelector(selector)

/** @param {string} text */
function say(text) {
  find('#hold output')?.replaceChildren(text)
}

function begin() {
  const { left, until } = find('#hold')?.dataset ?? {}
  const [visit] = performance.getEntriesByType('navigation')
  // A page from the browser's memory is older than it thinks; a new one needs no clock that is right.
  const isOld = visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward'
  deadline = isOld ? Date.parse(until ?? '') : Date.now() + Number(left) * 1000
  saidSoon = Number(left) <= soonSeconds
}

function tick() {
  const timer = find('.hold-left')
  if (!timer || Number.isNaN(deadline)) return
  const seconds = Math.max(0, Math.round((deadline - Date.now()) / 1000))
  timer.hidden = false
  timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`
  find('#hold')?.classList.toggle('hold-soon', seconds <= soonSeconds)
  if (seconds <= soonSeconds && seconds > 0 && !saidSoon) {
    saidSoon = true
    say('Two minutes left. Below the form you can keep the time ten minutes more.')
  }
  if (seconds === 0) over()
}

function over() {
  const held = find('[data-hold=on]')
  const gone = find('[data-hold=over]')
  if (!held || !gone || held.hidden) return
  held.hidden = true
  gone.hidden = false
  const again = find('#keep button')
  again?.replaceChildren(again.dataset.over ?? '')
  say(gone.textContent ?? '')
}

/** @param {HTMLFormElement} form @param {HTMLElement} button */
async function keep(form, button) {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) body.append(name, String(value))
  const answer = await fetch(location.href, { method: 'POST', body }).catch(() => null)
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  const held = page && find('#hold[data-left]', page)
  if (!held) return HTMLFormElement.prototype.submit.call(withIntent(form))
  find('#hold')?.replaceWith(held)
  find('#keep')?.replaceWith(find('#keep', page) ?? '')
  begin()
  tick()
  say(
    find('[data-hold=on] time')?.textContent ? `Held until ${find('[data-hold=on] time')?.textContent}` : '',
  )
  const next = find('#keep button') ?? find('#keep')
  next?.focus()
}

/** Sent by a script, a form leaves its buttons out. @param {HTMLFormElement} form */
function withIntent(form) {
  const intent = Object.assign(document.createElement('input'), {
    type: 'hidden',
    name: 'intent',
    value: 'hold',
  })
  form.append(intent)
  return form
}

addEventListener('submit', (event) => {
  const { target, submitter } = event
  if (!(target instanceof HTMLFormElement) || submitter?.getAttribute('value') !== 'hold') return
  event.preventDefault()
  void keep(target, submitter)
})

begin()
tick()
setInterval(tick, 1000)

export {}
