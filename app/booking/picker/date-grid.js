// The month as the WAI-ARIA date grid: one tab stop, arrows from day to day, choices fetched and swapped in place. When
// anything fails the page is loaded, as the plain link would have done.
const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -99, PageDown: 99, ' ': 0 }
/** @type {Map<string, ReturnType<typeof load>>} */
const ahead = new Map()
const here = () => location.pathname + location.search
let shown = here()

/** @param {string} selector @param {ParentNode} [page] @returns {HTMLAnchorElement | null} */
const find = (selector, page = document) => page.querySelector(selector)
const days = () => [...(find('.cal')?.querySelectorAll('a') ?? [])]

/** @param {HTMLElement} [stop] */
function stopAt(stop) {
  for (const day of days()) day.tabIndex = day === stop ? 0 : -1
  return stop
}

function dress() {
  find('.cal')?.setAttribute('role', 'grid')
  const chosen = find('.day-chosen')
  chosen?.parentElement?.setAttribute('aria-selected', 'true')
  return stopAt(chosen ?? days()[0])
}

/** @param {string} url @param {RequestPriority} [priority] */
async function load(url, priority) {
  const answer = await fetch(url, { priority }).catch(() => null)
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
}

/** @param {HTMLAnchorElement | null} [link] @param {number} [day] to stand on, from the end when negative */
async function show(link, day) {
  if (link) history.pushState(null, '', link.pathname + link.search)
  const url = (shown = here())
  const page = await (ahead.get(url) ?? load(url))
  if (url !== shown) return
  const said = page && find('#picked', page)
  if (!said) return location.reload()
  for (const id of ['#days', '#times']) find(id)?.replaceWith(find(id, page) ?? '')
  find('#picked')?.replaceChildren(said.textContent ?? '')
  const chosen = dress()
  if (day !== undefined) stopAt(days().at(day) ?? days().at(-1))?.focus()
  else (find(`[rel="${link?.rel || 'none'}"]`) ?? chosen)?.focus()
  if (!link?.rel) find('#times h2')?.scrollIntoView({ block: 'nearest' })
}

addEventListener('keydown', (event) => {
  const { key } = event
  const all = days()
  const from = all.findIndex((day) => day === document.activeElement)
  const column = all[from]?.closest('td')?.cellIndex
  if (column === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  let to = from + (steps[/** @type {keyof typeof steps} */ (key)] ?? NaN)
  if (key === 'Home') to = Math.max(from - column, 0)
  if (key === 'End') to = Math.min(from + 6 - column, all.length - 1)
  if (Number.isNaN(to)) return
  event.preventDefault()
  if (key === ' ') return all[from]?.click()
  if (all[to]) return stopAt(all[to])?.focus()
  const link = find(to < 0 ? '[rel=prev]' : '[rel=next]')
  if (link) void show(link, /^P/.test(key) ? from : to < 0 ? to : to - all.length)
})

addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('#days a[href]')
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void show(link)
})

addEventListener('popstate', () => here() !== shown && void show())

/** @param {Event} event */
function prefetch({ target }) {
  if (!(target instanceof HTMLAnchorElement) || target.rel !== 'next') return
  const url = target.pathname + target.search
  if (ahead.has(url)) return
  ahead.set(url, load(url, 'low'))
  setTimeout(() => ahead.delete(url), 20_000)
}
addEventListener('pointerover', prefetch)
addEventListener('focusin', prefetch)
dress()

export {}
