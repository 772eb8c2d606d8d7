// Follows the calendar's links and its GET forms in place: the page is fetched and the parts of it that show the choice
// are swapped. When anything fails the page is loaded, as the plain link would have done. Tells other modules by the
// event `drawn`, which they answer before the focus is put back to where it was.
/** @type {Map<string, ReturnType<typeof load>>} */
const ahead = new Map()
const here = () => location.pathname + location.search
let shown = here()
let isLoading = false

/** @param {string} selector @param {ParentNode} [page] @returns {HTMLElement | null} */
const find = (selector, page = document) => page.querySelector(selector)

/** @param {string} url @param {RequestPriority} [priority] */
async function load(url, priority) {
  const answer = await fetch(url, { priority }).catch(() => null)
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
}

/** Where the focus is, so that it can be found again on what takes its place. */
function place() {
  const focused = document.activeElement
  if (!focused?.closest('#view, #days, #times')) return ''
  if (focused.id) return `#${focused.id}`
  return focused instanceof HTMLAnchorElement && focused.rel ? `[rel="${focused.rel}"]` : '.day-chosen'
}

/** @param {URL} [to] left out: where the browser has gone by itself */
async function show(to) {
  if (to) history.pushState(null, '', to.pathname + to.search)
  const url = (shown = here())
  isLoading = true
  const page = await (ahead.get(url) ?? load(url))
  if (url !== shown) return
  isLoading = false
  const said = page && find('#picked', page)
  if (!said) return location.reload()
  const stood = place()
  for (const id of ['#view', '#days', '#times']) find(id)?.replaceWith(find(id, page) ?? '')
  find('#picked')?.replaceChildren(said.textContent ?? '')
  dispatchEvent(new Event('drawn'))
  if (stood && document.activeElement === document.body) (find(stood) ?? find('.day-chosen'))?.focus()
  expectNext()
}

addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('#view a[href], #days a[href]')
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const isDay = link.matches('.day')
  void show(new URL(link.href)).then(() => isDay && find('#times h2')?.scrollIntoView({ block: 'nearest' }))
})

addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.matches('#view form')) return
  event.preventDefault()
  const to = new URL(form.action)
  for (const [name, value] of new FormData(form)) to.searchParams.set(name, String(value))
  void show(to)
})

addEventListener('popstate', () => here() !== shown && void show())

// The browser has just told its clock, and these times are on another.
addEventListener('told', (event) => {
  event.preventDefault()
  void show()
})

/** @param {Element | EventTarget | null} link */
function prefetch(link) {
  if (!(link instanceof HTMLAnchorElement) || !/^(prev|next)$/.test(link.rel) || link.hidden) return
  const url = link.pathname + link.search
  if (ahead.has(url)) return
  ahead.set(url, load(url, 'low'))
  // Other visitors book: what is older would offer times that are gone.
  setTimeout(() => ahead.delete(url), 20_000)
}
addEventListener('pointerover', ({ target }) => prefetch(target))
addEventListener('focusin', ({ target }) => prefetch(target))

/** The next month is fetched as soon as the browser has nothing better to do. */
function expectNext() {
  const whenIdle = window.requestIdleCallback ?? setTimeout
  whenIdle(() => isLoading || prefetch(find('[rel=next]')))
}
expectNext()

export {}
