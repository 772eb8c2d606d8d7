// The list of time zones as a field to type into: APG's editable combobox with list autocomplete. Finds zones by their
// city, other cities there, older names and offsets ("GMT+5:30"). The list itself stays in the page and is what is sent;
// a page that has only a link to it fetches it when somebody begins to look.
const most = 12
/** @typedef {{ option: HTMLOptionElement, names: string[], offset: string }} Zone */

/** @param {string} text */
const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}|[’'.]/gu, '')
    .replace(/[_/-]/g, ' ')
    .toLowerCase()
    .trim()

/** `UTC+5:30` of "gmt +05:30", "+0530" and the like. @param {string} text */
function offsetIn(text) {
  const [, sign, hours, minutes = '0'] =
    /^(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2})(?::?(\d\d))?$/i.exec(text.trim()) ?? []
  if (!sign) return null
  const rest = Number(minutes) ? `:${minutes}` : ''
  return `UTC${sign === '+' || !(Number(hours) || rest) ? '+' : '-'}${Number(hours)}${rest}`
}

/** @param {HTMLSelectElement} select @returns {Zone[]} */
const zonesIn = (select) =>
  [...select.options].map((option) => ({
    option,
    names: [option.text.replace(/ \(.*/, ''), ...(option.dataset.also?.split('|') ?? []), option.value],
    offset: /UTC[^)]*/.exec(option.text)?.[0] ?? '',
  }))

/**
 * How well a name answers: 0 begins so, 1 has a word that does, 2 contains it.
 * @param {string} name @param {string} typed @returns {number}
 */
function rank(name, typed) {
  const at = ` ${fold(name)}`.indexOf(` ${typed}`)
  return at === 0 ? 0 : at > 0 ? 1 : typed.length > 2 && fold(name).includes(typed) ? 2 : 9
}

/** @param {Zone[]} zones @param {string} typed */
function matches(zones, typed) {
  const offset = offsetIn(typed)
  if (offset)
    return zones.filter((zone) => zone.offset === offset).map(({ option }) => ({ option, name: '' }))
  const wanted = fold(typed)
  return zones
    .map(({ option, names }) => {
      const ranks = names.map((name) => rank(name, wanted))
      const best = Math.min(...ranks)
      const which = ranks.indexOf(best)
      const isOther = which > 0 && which < names.length - 1
      return { option, best, name: isOther ? (names[which] ?? '') : '' }
    })
    .filter(({ best }) => best < 9)
    .sort((a, b) => a.best - b.best)
    .slice(0, most)
}

/** @param {HTMLSelectElement} select @param {string} [rest] where the other zones are */
function enhance(select, rest) {
  let zones = zonesIn(select)
  const current = () => select.selectedOptions[0]?.text ?? ''
  const box = make('div', { class: 'combo' })
  const input = /** @type {HTMLInputElement} */ (
    make('input', {
      ...{ id: select.id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false' },
      ...{ 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'zones' },
    })
  )
  const list = make('ul', { id: 'zones', role: 'listbox', 'aria-label': 'Time zones', tabindex: '-1' })
  const count = make('output', { class: 'said' })
  /** @type {Element | undefined} */
  let active
  /** @type {string | undefined} what is looked for while the list is on its way */
  let looked
  /** @type {Promise<boolean> | undefined} whether it is here in the end */
  let coming
  select.removeAttribute('id')
  select.hidden = list.hidden = true
  input.value = current()
  box.append(input, list, count)
  select.after(box)

  /** @param {Element} [item] */
  function stand(item) {
    active?.setAttribute('aria-selected', 'false')
    item?.setAttribute('aria-selected', 'true')
    item?.scrollIntoView({ block: 'nearest' })
    if (item) input.setAttribute('aria-activedescendant', item.id)
    else input.removeAttribute('aria-activedescendant')
    active = item
  }

  function fetchAll() {
    return (coming ??= rest ? fetchRest(rest) : Promise.resolve(true))
  }

  /** @param {string} url */
  async function fetchRest(url) {
    const html = await fetch(url)
      .then((answer) => (answer.ok ? answer.text() : ''))
      .catch(() => '')
    const whole = new DOMParser().parseFromString(html, 'text/html').querySelector('select[name=tz]')
    if (!whole) {
      coming = undefined
      return false
    }
    const { value } = select
    select.replaceChildren(...whole.children)
    select.value = value
    zones = zonesIn(select)
    return true
  }

  /** @param {string} typed what is looked for; nothing shows all, standing on the one in use */
  async function open(typed) {
    looked = typed
    const isHere = await fetchAll()
    if (looked !== typed) return
    if (isHere) show(typed)
    else if (rest) location.assign(rest)
  }

  /** @param {string} typed */
  function show(typed) {
    const found = typed ? matches(zones, typed) : zones.map(({ option }) => ({ option, name: '' }))
    list.replaceChildren(
      ...found.map(({ option, name }, index) => {
        const item = make('li', { id: `zone-${index}`, role: 'option', 'aria-selected': 'false' })
        item.dataset.zone = option.value
        item.textContent = name ? `${name}: ${option.text}` : option.text
        return item
      }),
    )
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(found.length > 0))
    count.textContent =
      found.length === 0 ? 'No such place: try a larger city nearby' : `${found.length} places`
    box.toggleAttribute('data-none', found.length === 0)
    stand([...list.children].find((item) => typed || item.getAttribute('data-zone') === select.value))
  }

  function close() {
    looked = undefined
    list.hidden = true
    box.removeAttribute('data-none')
    input.value = current()
    input.setAttribute('aria-expanded', 'false')
    stand()
  }

  /** @param {string | undefined} zone */
  function choose(zone) {
    const isOther = zone !== undefined && zone !== select.value
    if (isOther) select.value = zone
    close()
    // A list that is one question of many waits for the others.
    if (isOther && select.name === 'tz') select.form?.requestSubmit()
  }

  input.addEventListener('input', () => open(input.value))
  input.addEventListener('pointerover', fetchAll)
  input.addEventListener('focus', () => input.select())
  input.addEventListener('click', () => list.hidden && open(''))
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    const { key } = event
    if (key === 'Enter') {
      event.preventDefault()
      void fetchAll().then(() => active instanceof HTMLElement && choose(active.dataset.zone))
    } else if (key === 'Escape' && !list.hidden) {
      close()
      input.select()
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) return void open(looked ?? '')
      const down = key === 'ArrowDown'
      const beside = down ? active?.nextElementSibling : active?.previousElementSibling
      stand(beside ?? (down ? list.firstElementChild : list.lastElementChild) ?? undefined)
    }
  })
  // The field keeps the focus while the list is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const item = target instanceof Element && target.closest('li')
    if (item) choose(item.dataset.zone)
  })
}

/** @param {string} tag @param {Record<string, string>} attributes */
function make(tag, attributes) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

/** @param {HTMLAnchorElement} link */
function unfold(link) {
  const select = /** @type {HTMLSelectElement} */ (make('select', { id: link.id, name: 'tz' }))
  const option = make('option', { value: link.dataset.zone ?? '' })
  const name = make('label', { for: link.id })
  // What carries the choice until there is a list.
  link.closest('form')?.querySelector('[name=tz]')?.remove()
  option.textContent = link.textContent
  name.textContent = link.previousElementSibling?.textContent ?? ''
  select.append(option)
  link.previousElementSibling?.replaceWith(name)
  link.replaceWith(select)
  enhance(select, link.href)
}

function find() {
  const field = document.querySelector('a[data-zone], select[name=tz], select[name=timeZone][data-combobox]')
  if (field instanceof HTMLAnchorElement) unfold(field)
  if (field instanceof HTMLSelectElement && !field.hidden) enhance(field)
}
addEventListener('drawn', find)
find()

export {}
