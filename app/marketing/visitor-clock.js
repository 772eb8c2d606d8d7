// Times that were drawn for the office's clock, because nobody had said anything yet, are drawn once more on the
// visitor's: the browser tells its zone in a cookie, and only what shows times is asked for again.
const shown = document.querySelector('[data-times]')
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

if (shown && zone) void drawAgain(shown, zone)

/** @param {Element} place @param {string} read */
async function drawAgain(place, read) {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `tz=${encodeURIComponent(read)}; path=/; max-age=31536000; samesite=lax${secure}`
  if (!document.cookie.includes('tz=')) return

  const answer = await fetch(place.getAttribute('data-times') ?? '')
  const drawn =
    answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild
  if (drawn) place.replaceWith(drawn)
}

export {}
