// The desk by keyboard: `/` searches, `g` and a letter go to a page, Ctrl or ⌘ with K opens a palette that jumps to a lead,
// a page or an act, `?` lists it all. Each of these is a link or button on the page too.
/** @type {HTMLDialogElement | null} */
const palette = document.querySelector('#palette')
/** @type {HTMLDialogElement | null} */
const help = document.querySelector('#keys')
const field = palette?.querySelector('input')
const found = palette?.querySelector('ul')
const pages = [...document.querySelectorAll('.rail nav a')].map((link) => ({
  words: link.firstChild?.textContent?.trim() ?? '',
  href: link.getAttribute('href') ?? '',
  key: link.getAttribute('data-go'),
}))
let isGoing = false
let asked = 0

const isTyping = (/** @type {EventTarget | null} */ target) =>
  target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null

/** @param {{ words: string, beside?: string, href: string }[]} choices */
function show(choices) {
  found?.replaceChildren(
    ...choices.slice(0, 12).map(({ words, beside, href }) => {
      const link = Object.assign(document.createElement('a'), { href, textContent: words })
      if (beside)
        link.append(
          Object.assign(document.createElement('span'), { className: 'beside', textContent: beside }),
        )
      const line = document.createElement('li')
      line.append(link)
      return line
    }),
  )
}

/** What can be done here: the page's own links and buttons that have a key or lead on. */
function acts() {
  return [...document.querySelectorAll('.bar-end a, .neighbours a, .composer nav a')].map((link) => ({
    words: link.textContent?.trim() ?? '',
    href: link.getAttribute('href') ?? '',
  }))
}

async function look() {
  const q = field?.value.trim() ?? ''
  const turn = ++asked
  const own = [...pages, ...acts()].filter(({ words }) => words.toLowerCase().includes(q.toLowerCase()))
  if (q === '') return show(own)
  const answer = await fetch(`${palette?.dataset.find}?q=${encodeURIComponent(q)}`).catch(() => null)
  const leads = answer?.ok ? await answer.json() : []
  if (turn === asked) show([...leads, ...own])
}

function open() {
  if (!palette || !field) return
  palette.showModal()
  field.value = ''
  void look()
}

field?.addEventListener('input', () => void look())
palette?.addEventListener('keydown', (event) => {
  const links = [...(found?.querySelectorAll('a') ?? [])]
  const here = links.findIndex((link) => link === document.activeElement)
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by) {
    event.preventDefault()
    ;(links[here + by] ?? field)?.focus()
  }
  if (event.key === 'Enter' && document.activeElement === field) {
    event.preventDefault()
    links[0]?.click()
  }
})

document.querySelector('#open-palette')?.addEventListener('click', open)
document.querySelector('#open-keys')?.addEventListener('click', () => help?.showModal())

addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    return palette?.open ? palette.close() : open()
  }
  const { target, key } = event
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    isTyping(target) ||
    document.querySelector('dialog[open]')
  )
    return
  if (isGoing) {
    isGoing = false
    const page = pages.find((each) => each.key === key)
    if (page) return location.assign(page.href)
  }
  if (key === 'g') isGoing = true
  else if (key === '?') help?.showModal()
  else if (key.length === 1) {
    const control = document.querySelector(`main [data-key="${CSS.escape(key)}"]`)
    if (!(control instanceof HTMLElement)) return
    event.preventDefault()
    if (control instanceof HTMLAnchorElement) control.click()
    else control.focus()
  }
})

export {}
