// The month as the WAI-ARIA date grid: one tab stop, and arrows from day to day. Beyond the month's edge its links are
// pressed, and the day is found again on the month that takes its place.
/** @type {Record<string, number>} */
const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
/** @type {Record<string, string>} */
const turns = { PageUp: '[rel=prev]', PageDown: '[rel=next]' }
/** @type {Record<string, string>} */
const years = { PageUp: '[data-year=back]', PageDown: '[data-year=on]' }
/** @type {number | undefined} the day to stand on once the other month is there, from its end when negative */
let landing

/** @param {string} selector @returns {HTMLElement | null} */
const find = (selector) => document.querySelector(selector)
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
  stopAt(chosen ?? days()[0])
  if (landing !== undefined) stopAt(days().at(landing) ?? days().at(-1))?.focus()
  landing = undefined
}

/** @param {HTMLElement | null} link @param {number} day */
function turn(link, day) {
  if (!link) return
  landing = day
  link.click()
}

addEventListener('keydown', (event) => {
  const { key } = event
  const all = days()
  const from = all.findIndex((day) => day === document.activeElement)
  const column = all[from]?.closest('td')?.cellIndex
  if (column === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const step = steps[key]
  let to = step === undefined ? undefined : from + step
  if (key === 'Home') to = Math.max(from - column, 0)
  if (key === 'End') to = Math.min(from + 6 - column, all.length - 1)
  const page = (event.shiftKey ? years : turns)[key]
  if (to === undefined && !page && key !== ' ') return
  event.preventDefault()
  if (key === ' ') return all[from]?.click()
  if (page) return turn(find(page), from)
  if (to === undefined) return
  if (all[to]) return void stopAt(all[to])?.focus()
  turn(find(to < 0 ? (turns.PageUp ?? '') : (turns.PageDown ?? '')), to < 0 ? to : to - all.length)
})

addEventListener('drawn', dress)
dress()

export {}
