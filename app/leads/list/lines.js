// A list by keyboard: j and k go down and up, Enter opens, s and a change status and owner where the lead stands. The form
// for that is fetched and put into the line; without this the link that leads to it draws the page anew. Whoever comes back
// finds the line they left from.
const one = (/** @type {string} */ selector, /** @type {ParentNode} */ page = document) =>
  /** @type {HTMLElement | null} */ (page.querySelector(selector))
const links = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.row-link')])
const lineOf = (/** @type {Element | null} */ within) =>
  /** @type {HTMLElement | null} */ (within?.closest('tr[id], li[id]') ?? null)

/** @param {string | undefined} id */
function focusLine(id) {
  if (id?.startsWith('l-')) one(`#${CSS.escape(id)} .row-link`)?.focus()
}

/** @param {number} by */
function step(by) {
  const all = links()
  const here = all.findIndex((link) => lineOf(link)?.contains(document.activeElement))
  const next = all[here < 0 ? 0 : Math.min(all.length - 1, Math.max(0, here + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** The line as another address draws it. @param {HTMLElement} line @param {string} href @param {string} [field] */
async function redraw(line, href, field) {
  const answer = await fetch(href).catch(() => null)
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  const drawn = page && one(`#${CSS.escape(line.id)}`, page)
  if (!drawn) return location.assign(href)
  line.replaceWith(drawn)
  const form = drawn.querySelector('form')
  // The form is sent to the address that draws it, so that a refused one is shown again in its line.
  if (form && drawn.querySelector('[data-cancel]')) form.action = href
  ;(one(`[name=${field ?? 'to'}]`, drawn) ?? one('.row-link', drawn))?.focus()
}

/** @param {string} field */
function change(field) {
  const line = lineOf(document.activeElement)
  const link = line && one('[data-edit]', line)
  if (line && link instanceof HTMLAnchorElement) void redraw(line, link.href, field)
}

addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  const line = lineOf(link)
  if (!line) return
  if (link.matches('.row-link')) return history.replaceState({ ...history.state, line: line.id }, '')
  if (!link.matches('[data-edit], [data-cancel]')) return
  event.preventDefault()
  void redraw(line, link.href)
})

addEventListener('keydown', (event) => {
  const { target } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (!(target instanceof Element) || document.querySelector('dialog[open]')) return
  if (event.key === 'Escape') {
    const cancel = one('[data-cancel]', lineOf(target) ?? undefined)
    return cancel && lineOf(target) ? cancel.click() : undefined
  }
  if (target.matches('input:not([type=checkbox]), select, textarea')) return
  if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1)
  if (event.key === 's' || event.key === 'a') {
    if (!lineOf(document.activeElement)) return
    event.preventDefault()
    change(event.key === 's' ? 'to' : 'owner')
  }
})

addEventListener('pageshow', () => focusLine(history.state?.line ?? location.hash.slice(1)))

export {}
