// Tells the server which clock the visitor reads. A page that was drawn for the office's clock because nobody had said
// anything yet is drawn once more: in place where a script can (the event `told`), else by loading it. A choice made on
// the page is never overruled.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
const known = document.cookie.split('; ').some((cookie) => cookie.startsWith('tz='))

if (zone && !known) {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `tz=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax${secure}`
  const drawnFor = document.querySelector('[data-guessed-zone]')?.getAttribute('data-guessed-zone')
  const isWrong = drawnFor && drawnFor !== zone && document.cookie.includes('tz=')
  if (isWrong && dispatchEvent(new Event('told', { cancelable: true }))) location.reload()
}

// A form that asks for no zone still sends it, so that an answer can name the visitor's clock.
const unsaid = document.querySelector('input[name="timeZone"][value=""]')
if (zone && unsaid instanceof HTMLInputElement) unsaid.value = zone

export {}
