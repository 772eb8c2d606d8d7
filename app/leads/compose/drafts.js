// Keeps what is typed in the composer a moment after typing stops, and when the page is left, on the server. What could not
// be kept is not sent either: the page that answers, such as the one to sign in, would take its place.
const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-draft]'))
const said = document.querySelector('[data-draft-said]')
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
/** @type {Promise<boolean> | undefined} */
let keeping
let isLost = false
/** Until what was typed last is kept. */
let isWaiting = false

function ask(/** @type {HTMLFormElement} */ { dataset, elements }, keepalive = false) {
  const body = new URLSearchParams()
  for (const name of ['kind', 'subject', 'body']) {
    const field = elements.namedItem(name)
    body.set(name, field && 'value' in field ? String(field.value) : '')
  }
  return fetch(dataset.draft ?? '', { method: 'POST', body, keepalive, redirect: 'manual' })
}

async function keep(/** @type {HTMLFormElement} */ written) {
  clearTimeout(timer)
  timer = undefined
  const answer = await ask(written).catch(() => null)
  isLost = !answer?.ok
  // Only whoever is signed out is sent elsewhere.
  const signedOut = answer?.type === 'opaqueredirect'
  const why = signedOut
    ? 'Not kept: you are signed out. Sign in in another tab, then go on here.'
    : 'Not kept: the server did not take it. Try again in a moment.'
  if (said) said.textContent = isLost ? why : 'Draft kept'
  keeping = undefined
  return !isLost
}

if (form) {
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => (keeping = keep(form)), 800)
    if (said && !isLost) said.textContent = ''
  })
  form.addEventListener('submit', async (event) => {
    if (!isWaiting && !timer && !keeping && !isLost) return
    event.preventDefault()
    if (isWaiting) return
    isWaiting = true
    await keeping
    const isKept = timer || isLost ? await keep(form) : true
    isWaiting = false
    if (isKept) form.requestSubmit(event.submitter)
  })
  addEventListener('pagehide', () => {
    if (timer) void ask(form, true)
  })
}

export {}
