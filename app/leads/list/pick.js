// Ticking lines of the list: x ticks the one that has the focus, the box above ticks the page, and the button says how many
// are ticked. Without this the boxes are ticked one by one.
const boxes = () =>
  /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('input[name=ref][form=pick]')])
const label = /** @type {HTMLElement | null} */ (document.querySelector('.pick-page'))
const whole = label?.querySelector('input')
const said = document.querySelector('.pick-count')

function tell() {
  const all = boxes()
  const ticked = all.filter((box) => box.checked).length
  if (said) said.textContent = ticked > 0 ? ` (${ticked})` : ''
  if (!whole) return
  whole.checked = ticked > 0 && ticked === all.length
  whole.indeterminate = ticked > 0 && ticked < all.length
}

if (label) label.hidden = false
whole?.addEventListener('change', () => {
  for (const box of boxes()) box.checked = whole.checked
  tell()
})
addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.name === 'ref') tell()
})
addEventListener('keydown', (event) => {
  const { target, key } = event
  if (key !== 'x' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (!(target instanceof Element) || document.querySelector('dialog[open]')) return
  if (target.matches('select, textarea, input:not([type=checkbox])')) return
  const box = target.closest('tr[id]')?.querySelector('input[name=ref][form=pick]')
  if (!(box instanceof HTMLInputElement)) return
  event.preventDefault()
  box.checked = !box.checked
  tell()
})
// Whoever comes back finds the boxes as the browser kept them.
addEventListener('pageshow', tell)

export {}
