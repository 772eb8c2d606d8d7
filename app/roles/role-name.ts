/** What is written with a capital wherever it stands: firms, products and languages that a title may begin with. */
const ownNames =
  /^(Android|Angular|Azure|Drupal|Flutter|Go|Java|Kotlin|Kubernetes|Magento|Oracle|Python|React|Ruby|Rust|Salesforce|Shopify|Swift|Vue)\b/

/** How a role's title reads inside a sentence: "Backend developer" is "a backend developer", "UI designer" keeps its capitals. */
export function inSentence(title: string): string {
  const isAcronym = /^[A-Z]{2}|^[A-Z][a-z]*[A-Z]/.test(title)
  return isAcronym || ownNames.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)
}

/** With its article: `'a backend developer'`, `'an application security engineer'`, `'a UI designer'`. */
export function withArticle(title: string): string {
  const spelledOut = /^[A-Z]{2}/.test(title)
  const opensWithVowel = spelledOut ? /^[AEFHILMNORSX]/.test(title) : /^[aeio]|^u(?!ni|se|x)/i.test(title)
  return `${opensWithVowel ? 'an' : 'a'} ${inSentence(title)}`
}
