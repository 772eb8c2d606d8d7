// A job's page keeps up with the job: while it is under way the part that says so is fetched again every second and a
// half. Without this a link draws the page anew.
const every = 1500
const part = () => document.querySelector('#job')

async function look() {
  const here = part()
  if (!(here instanceof HTMLElement) || !('working' in here.dataset)) return
  const answer = await fetch(location.href).catch(() => null)
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  const drawn = page?.querySelector('#job')
  // Once it is over there is more to see than this part.
  if (drawn instanceof HTMLElement && !('working' in drawn.dataset)) return location.reload()
  // A button that is about to be pressed stays where it is.
  if (drawn) for (const moving of ['.job-state', 'progress', '.job-lines']) replace(here, drawn, moving)
  setTimeout(look, every)
}

/** @param {Element} here @param {Element} drawn @param {string} moving */
function replace(here, drawn, moving) {
  const [before, after] = [here.querySelector(moving), drawn.querySelector(moving)]
  if (before && after && before.outerHTML !== after.outerHTML) before.replaceWith(after)
}

setTimeout(look, every)

export {}
