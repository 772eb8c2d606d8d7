// A card is dragged to another column, or moved there with Shift and an arrow. The move is sent as the card's own form would
// send it; one that is refused goes back, with the reason, to where the server says it is. What is lost asks why before anything
// is sent.
const board = /** @type {HTMLElement | null} */ (document.querySelector('.board[data-may-move]'))
const zones = /** @type {HTMLElement | null} */ (document.querySelector('.zones'))
const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector('#lost-dialog'))

/** @param {string} words @param {boolean} [isRefusal] */
function say(words, isRefusal = false) {
  const said = document.querySelector('#board-said')
  if (!said) return
  said.className = isRefusal ? 'notice notice-alert' : 'said'
  said.textContent = words
}

/** @param {string} name */
function field(name) {
  return /** @type {HTMLInputElement} */ (dialog?.querySelector(`[name=${name}]`))
}

/** Why it is lost; null when that was cancelled. @returns {Promise<{ lostReason: string, statusNote: string } | null>} */
function askWhyLost() {
  return new Promise((resolve) => {
    if (!dialog) return resolve(null)
    dialog.querySelector('form')?.reset()
    field('dialogNote').required = false
    dialog.returnValue = ''
    dialog.addEventListener(
      'close',
      () =>
        resolve(
          dialog.returnValue === 'lost'
            ? { lostReason: field('dialogReason').value, statusNote: field('dialogNote').value }
            : null,
        ),
      { once: true },
    )
    dialog.showModal()
  })
}

/** @param {HTMLElement} card @param {string} to */
async function move(card, to) {
  const { ref = '', status: from = '' } = card.dataset
  if (to === from) return
  const home = { list: card.parentElement, before: card.nextElementSibling }
  const why = to === 'lost' ? await askWhyLost() : {}
  if (!why) return
  const cards = document.querySelector(`.column[data-status=${to}] .cards`)
  if (cards) cards.prepend(card)
  else card.hidden = true
  card.classList.add('moving')

  const body = new URLSearchParams({ intent: 'line', ref, wasStatus: from, to, ...why })
  const answer = await fetch(location.href, { method: 'POST', body }).catch(() => null)
  const page = answer && new DOMParser().parseFromString(await answer.text(), 'text/html')
  const drawn = page?.querySelector('.board')
  card.classList.remove('moving')
  if (drawn) board?.replaceChildren(...drawn.children)
  else {
    home.list?.insertBefore(card, home.before)
    card.hidden = false
  }
  focus(ref)
  if (answer?.ok && drawn) return say(`L-${ref} ${whereIs(ref)}.`)
  say(page?.querySelector('#board-said')?.textContent || whyNot(answer), true)
}

/** @param {string} ref */
function whereIs(ref) {
  const column = document.querySelector(`#l-${ref}`)?.closest('.column')?.querySelector('h2')
  return column ? `is in ${column.firstChild?.textContent}` : 'has left the board'
}

/** @param {Response | null} answer */
function whyNot(answer) {
  if (answer?.status === 404)
    return 'The lead is not here any more: it was merged, deleted or given away. Load the page again.'
  if (answer?.redirected) return 'You are signed out. The card is back where it was: sign in and try again.'
  return 'The move did not reach the server. The card is back where it was: try again.'
}

/** @param {string} ref */
function focus(ref) {
  const link = document.querySelector(`#l-${ref} .row-link`)
  if (link instanceof HTMLElement) link.focus()
}

/** @type {{ card: HTMLElement, x: number, y: number, ghost: HTMLElement | null } | null} */
let drag = null

/** The column or zone under the pointer. @param {PointerEvent} event */
function targetAt({ clientX, clientY }) {
  return document.elementFromPoint(clientX, clientY)?.closest('.column, .zone')
}

/** @param {PointerEvent} event */
function begin(event) {
  const card = event.target instanceof Element ? event.target.closest('.card') : null
  // A finger scrolls; it moves cards by their menu.
  if (!(card instanceof HTMLElement) || event.button !== 0 || event.pointerType === 'touch') return
  if (event.target instanceof Element && event.target.closest('form, .card-act')) return
  drag = { card, x: event.clientX, y: event.clientY, ghost: null }
}

/** @param {PointerEvent} event */
function follow(event) {
  if (!drag) return
  const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y]
  if (!drag.ghost) {
    if (Math.hypot(dx, dy) < 6) return
    drag.ghost = /** @type {HTMLElement} */ (drag.card.cloneNode(true))
    const { left, top, width } = drag.card.getBoundingClientRect()
    Object.assign(drag.ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` })
    drag.ghost.classList.add('ghost')
    drag.ghost.removeAttribute('id')
    document.body.append(drag.ghost)
    drag.card.classList.add('lifted')
    zones?.classList.add('open')
  }
  event.preventDefault()
  drag.ghost.style.translate = `${dx}px ${dy}px`
  for (const over of document.querySelectorAll('.over')) over.classList.remove('over')
  targetAt(event)?.classList.add('over')
}

/** @param {PointerEvent} event */
function drop(event) {
  const { card, ghost } = drag ?? {}
  const target = ghost && event.type === 'pointerup' ? targetAt(event) : null
  drag = null
  ghost?.remove()
  card?.classList.remove('lifted')
  zones?.classList.remove('open')
  for (const over of document.querySelectorAll('.over')) over.classList.remove('over')
  if (!card || !ghost) return
  // What is dropped is not clicked.
  addEventListener('click', (click) => click.preventDefault(), { capture: true, once: true })
  setTimeout(() => dispatchEvent(new Event('click')))
  const to = target instanceof HTMLElement ? target.dataset.status : undefined
  if (to) void move(card, to)
}

/** @param {KeyboardEvent} event */
function moveByKey(event) {
  const card = document.activeElement?.closest('.card')
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!event.shiftKey || !by || !(card instanceof HTMLElement) || card.querySelector('form')) return
  const columns = [...document.querySelectorAll('.column')]
  const next = columns[columns.findIndex((column) => column.contains(card)) + by]
  event.preventDefault()
  if (next instanceof HTMLElement) void move(card, next.dataset.status ?? '')
}

if (board) {
  board.addEventListener('pointerdown', begin)
  board.addEventListener('dragstart', (event) => event.preventDefault())
  addEventListener('pointermove', follow)
  addEventListener('pointerup', drop)
  addEventListener('pointercancel', drop)
  addEventListener('keydown', moveByKey)
  field('dialogReason')?.addEventListener('change', ({ target }) => {
    field('dialogNote').required = target instanceof HTMLSelectElement && target.value === 'other'
  })
}

export {}
