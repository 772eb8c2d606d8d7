// Ctrl or ⌘ with K opens a palette that jumps to a lead, a page or an act. The focus stays in its field: arrows choose among
// what was found, Enter opens it, and an Enter that comes before the answer waits for it.
const palette = /** @type {HTMLDialogElement | null} */ (document.querySelector('#palette'))
const field = palette?.querySelector('input')
const list = /** @type {HTMLElement | null} */ (palette?.querySelector('#found') ?? null)
const said = palette?.querySelector('output')
/** @typedef {{ words: string, beside?: string, href: string }} Choice */

const mostShown = 12
const pauseMs = 120
let turn = 0
let isLooking = false
let isEntered = false
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

/** The pages of the desk, and what can be done on this one. @returns {Choice[]} */
function own() {
  const links = document.querySelectorAll(
    '.rail nav a, .neighbours a, .bar-end a, .composer nav a, .views > a, .pick-bar a',
  )
  return [...links].map((link) => ({
    words: (link.querySelector('kbd') ? link.firstChild?.textContent : link.textContent)?.trim() ?? '',
    href: link.getAttribute('href') ?? '',
  }))
}

const options = () => /** @type {HTMLAnchorElement[]} */ ([...(list?.children ?? [])])
const chosen = () => options().findIndex((option) => option.ariaSelected === 'true')

/** @param {number} at */
function choose(at) {
  options().forEach((option, index) => (option.ariaSelected = String(index === at)))
  const option = options()[at]
  option?.scrollIntoView({ block: 'nearest' })
  if (option) field?.setAttribute('aria-activedescendant', option.id)
  else field?.removeAttribute('aria-activedescendant')
}

/** @param {readonly Choice[]} choices */
function show(choices) {
  list?.replaceChildren(
    ...choices.slice(0, mostShown).map(({ words, beside, href }, index) => {
      const option = Object.assign(document.createElement('a'), {
        id: `found-${index}`,
        role: 'option',
        tabIndex: -1,
        href,
        textContent: words,
      })
      if (beside)
        option.append(
          Object.assign(document.createElement('span'), { className: 'beside', textContent: beside }),
        )
      return option
    }),
  )
  choose(0)
}

/** @param {string} q @returns {Promise<Choice[] | null>} null when the server gave no answer */
async function findLeads(q) {
  try {
    const answer = await fetch(`${palette?.dataset.find}?q=${encodeURIComponent(q)}`)
    return answer.ok && !answer.redirected ? await answer.json() : null
  } catch {
    return null
  }
}

/** @param {string} q */
async function look(q) {
  const mine = ++turn
  const leads = q === '' ? [] : await findLeads(q)
  if (mine !== turn) return
  isLooking = false
  const asked = q.toLowerCase()
  const fitting = own().filter(({ words }) => words.toLowerCase().includes(asked))
  const first = fitting.filter(({ words }) => words.toLowerCase().startsWith(asked))
  show([...first, ...(leads ?? []), ...fitting.filter((each) => !first.includes(each))])
  const isNothing = options().length === 0
  if (said)
    said.textContent =
      leads === null
        ? 'Leads could not be looked up. Load the page again: you may be signed out.'
        : isNothing
          ? `Nothing fits “${q}”.`
          : ''
  if (isEntered) options()[chosen()]?.click()
  isEntered = false
}

if (list) Object.assign(list, { role: 'listbox', ariaLabel: 'What fits' })

function open() {
  if (!palette || !field) return
  palette.showModal()
  field.value = ''
  isLooking = isEntered = false
  void look('')
}

field?.addEventListener('input', () => {
  isLooking = true
  isEntered = false
  clearTimeout(timer)
  timer = setTimeout(() => void look(field.value.trim()), pauseMs)
})
field?.addEventListener('keydown', (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const count = options().length
  if (by && count > 0) {
    event.preventDefault()
    choose((chosen() + by + count) % count)
  }
  if (event.key !== 'Enter' || event.isComposing) return
  event.preventDefault()
  if (isLooking) isEntered = true
  else options()[chosen()]?.click()
})
// A press beside it closes it.
palette?.addEventListener('click', ({ target }) => {
  if (target === palette) palette.close()
})
document.querySelector('#open-palette')?.addEventListener('click', open)
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
  event.preventDefault()
  if (palette?.open) palette.close()
  else if (!document.querySelector('dialog[open]')) open()
})

export {}
