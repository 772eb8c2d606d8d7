import { readdirSync, readFileSync } from 'node:fs'
import { readContent } from '#app/ops/content-plugin.ts'
import { roleSchema, type Role } from '#app/roles/role.ts'
import { precisionOf, recallOf, scoreOf } from './score.fixture.ts'
import { texts } from './texts.fixture.ts'

const folder = 'app/roles/content'

/** How well pasted descriptions are understood, over texts that were written before the word lists. */
export default async function bench(print: (line: string) => void): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const roles = files.map(
    (name) =>
      readContent({
        file: `${folder}/${name}`,
        source: readFileSync(`${folder}/${name}`, 'utf8'),
        schema: roleSchema,
      }) as Role,
  )
  print(
    `${texts.length} descriptions, labelled by hand before the word lists were written, against ${roles.length} roles.`,
  )
  print('The lists were tuned on every second one; the other half was only counted.\n')
  for (const [name, part] of [
    ['Looked at while tuning', texts.filter((_, index) => index % 2 === 0)],
    ['Not looked at', texts.filter((_, index) => index % 2 === 1)],
    ['All', texts],
  ] as const) {
    print(`${name} (${part.length})`)
    for (const [field, score] of scoreOf(part, roles)) {
      const figures = [precisionOf(score), recallOf(score)].map((figure) => figure.toFixed(2))
      print(
        `  ${field.padEnd(11)} precision ${figures[0]}  recall ${figures[1]}  (${score.right} right, ${score.wrong} wrong, ${score.missed} missed)`,
      )
    }
  }
}
