// Keeps what is typed in the composer a moment after typing stops, and when the page is left, on the server.
const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-draft]'))
const said = document.querySelector('[data-draft-said]')
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
let isSent = false

function bodyOf(/** @type {HTMLFormElement} */ written) {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(written)) body.append(name, String(value))
  body.set('intent', 'draft')
  return body
}

async function keep() {
  timer = undefined
  if (!form || isSent) return
  // The page that the answer leads to is not needed.
  const asked = { method: 'POST', body: bodyOf(form), redirect: /** @type {const} */ ('manual') }
  const answer = await fetch(form.action, asked).catch(() => null)
  const isKept = answer?.ok || answer?.type === 'opaqueredirect'
  if (said) said.textContent = isKept ? 'Draft kept' : 'Not kept: the server did not take it'
}

if (form) {
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, 800)
    if (said) said.textContent = ''
  })
  form.addEventListener('submit', () => {
    isSent = true
    clearTimeout(timer)
    timer = undefined
  })
  addEventListener('pagehide', () => {
    if (timer) void fetch(form.action, { method: 'POST', body: bodyOf(form), keepalive: true })
  })
}

export {}
