/**
 * `npm run new:role "Site reliability engineer"` and `npm run new:article comparison|guide "Title"`: writes a file that says
 * what is to be filled in.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparisonDraft, guideDraft, roleDraft } from './content-drafts.js'
import { Refusal, run } from './refusal.js'
import { root } from './root.js'

const kinds = {
  role: { folder: 'app/roles/content', draft: roleDraft },
  comparison: { folder: 'app/articles/content', draft: comparisonDraft },
  guide: { folder: 'app/articles/content', draft: guideDraft },
}

await run(async () => {
  const [kind = '', ...words] = process.argv.slice(2)
  const title = words.join(' ').trim()
  if (!Object.hasOwn(kinds, kind) || !/[a-z]/i.test(title))
    throw new Refusal(
      'Say what it is and its title:\n  npm run new:role "Site reliability engineer"\n  npm run new:article comparison "Frontend vs backend"\n  npm run new:article guide "How to read a portfolio"',
    )

  const { folder, draft } = kinds[/** @type {keyof typeof kinds} */ (kind)]
  const file = join(folder, `${fileNameOf(title)}.md`)
  if (existsSync(join(root, file))) throw new Refusal(`${file} is there already.`)
  writeFileSync(join(root, file), draft({ title, today: new Date().toISOString().slice(0, 10) }))
  console.log(
    `Written: ${file}\nFill in every [TODO], look at it with npm run dev, and set its status to published.`,
  )
})

/** The file's name is the page's address. @param {string} title */
function fileNameOf(title) {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
