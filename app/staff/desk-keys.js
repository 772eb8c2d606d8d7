// The desk by keyboard: `/` searches, `g` and a letter go to a page, `?` lists all keys, and any other letter presses what on
// the page names it (`data-key`). Each of these is a link or button on the page too.
/** @type {HTMLDialogElement | null} */
const help = document.querySelector('#keys')
/** How long a `g` waits for its letter. */
const patienceMs = 1500
let wentAt = -patienceMs

const isTyping = (/** @type {EventTarget | null} */ target) =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]') !== null

document.querySelector('#open-keys')?.addEventListener('click', () => help?.showModal())

addEventListener('keydown', (event) => {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (isTyping(target) || document.querySelector('dialog[open]')) return
  const isGoing = event.timeStamp - wentAt < patienceMs
  wentAt = key === 'g' ? event.timeStamp : -patienceMs
  if (isGoing) {
    const page = document.querySelector(`.rail a[data-go="${CSS.escape(key)}"]`)
    if (page instanceof HTMLAnchorElement) {
      event.preventDefault()
      return page.click()
    }
  }
  if (key === '?') return help?.showModal()
  const control = key.length === 1 ? document.querySelector(`main [data-key="${CSS.escape(key)}"]`) : null
  if (!(control instanceof HTMLElement)) return
  event.preventDefault()
  if (control instanceof HTMLAnchorElement) return control.click()
  control.closest('details')?.setAttribute('open', '')
  control.focus()
})

export {}
