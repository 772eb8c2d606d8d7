// The list of time zones as a field to type into: APG's editable combobox with list autocomplete. The list itself stays
// in the page and is what is sent; a page that has only a link to it fetches it when somebody begins to look, and every
// page the search then.

/** @param {HTMLSelectElement} select @param {string} [rest] where the other zones are */
function enhance(select, rest) {
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
  /** @type {import('./zone-search.js')['search'] | undefined} */
  let search
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
    return (coming ??= Promise.all([fetchRest(), fetchSearch()]).then(([isHere]) => isHere))
  }

  /** Without it, every look shows the whole list. */
  async function fetchSearch() {
    const url = document.querySelector('script[data-search]')?.getAttribute('data-search')
    if (url) search = (await import(/* @vite-ignore */ url).catch(() => undefined))?.search
  }

  async function fetchRest() {
    if (!rest) return true
    const html = await fetch(rest)
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
    const all = [...select.options]
    const found = typed && search ? search(all, typed) : all.map((option) => ({ option, name: '' }))
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
