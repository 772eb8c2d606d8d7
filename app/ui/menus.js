// What opens below a chip (`details.menu`): a press elsewhere or Escape closes it, and one is open at a time. Without this it is
// closed by its own chip.
const open = () => /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll('details.menu[open]')])

addEventListener('click', ({ target }) => {
  for (const menu of open()) if (target instanceof Node && !menu.contains(target)) menu.open = false
})
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
  for (const menu of open()) {
    const hasFocus = menu.contains(document.activeElement)
    menu.open = false
    if (hasFocus) menu.querySelector('summary')?.focus()
  }
})

export {}
