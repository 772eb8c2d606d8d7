// Passkeys live in the browser's own API, so their forms work with this script only and are hidden without it. A form
// asks for a challenge, has the device sign it, and then sends itself with the answer in its field.
const canUse = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** @param {HTMLFormElement} form */
async function answer(form) {
  const purpose = form.dataset.passkey ?? ''
  const asked = await fetch(form.dataset.options ?? '', {
    method: 'POST',
    body: new URLSearchParams({ purpose }),
  })
  if (!asked.ok)
    throw new Error('That was too often, or you were signed out. Load the page again in a minute.')
  const options = await asked.json()
  const credential =
    purpose === 'add'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('The device gave no passkey.')
  return JSON.stringify(credential.toJSON())
}

/** @param {HTMLFormElement} form */
function prepare(form) {
  const field = form.elements.namedItem('credential')
  const problem = form.querySelector('[data-passkey-problem]')
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    if (!(field instanceof HTMLInputElement) || field.value) return
    event.preventDefault()
    try {
      field.value = await answer(form)
      form.requestSubmit()
    } catch (error) {
      const words = error instanceof Error && error.name === 'Error' ? error.message : ''
      if (problem) problem.textContent = words || 'Nothing came of it. Try again, or use your password.'
    }
  })
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (canUse && form instanceof HTMLFormElement) prepare(form)
}
