/**
 * Turns Markdown files with YAML front matter into modules, with curly quotes, and refuses the build when one is wrong. A
 * folder and what its files must say are given by the caller, so this file knows no role and no article:
 * `content({ 'app/roles/content': roleSchema })` makes `import role from './content/backend-developer.md'` a checked value.
 */
import { basename, dirname, relative } from 'node:path'
import { Marked, Renderer } from 'marked'
import type { Plugin } from 'vite'
import { parse as parseYaml, YAMLParseError } from 'yaml'
import type { z } from 'zod'
import { withCurlyQuotes, withCurlyQuotesWithin } from './curly-quotes.ts'

type Folders = Record<string, z.ZodType>

/** What was read, by folder: `{ 'app/roles/content': [role, role] }`. */
export type ReadFiles = Record<string, unknown[]>

/**
 * Folders are relative to Vite's root. The default export of a file is what its schema makes of it. `faultsAmong` says what
 * is wrong between files, once a build has read them all.
 */
export function content(folders: Folders, faultsAmong: (read: ReadFiles) => string[] = () => []): Plugin {
  let root = process.cwd()
  const read = new Map<string, { folder: string; value: unknown }>()
  return {
    name: 'content',
    configResolved(config) {
      root = config.root
    },
    transform(source, id) {
      const file = relative(root, id.replace(/\?.*$/, '')).replaceAll('\\', '/')
      const schema = folders[dirname(file)]
      if (!schema || !file.endsWith('.md')) return null

      const value = readContent({ file, source, schema })
      read.set(file, { folder: dirname(file), value })
      return { code: `export default ${JSON.stringify(value)}`, map: { mappings: '' } }
    },
    buildEnd(error) {
      if (error || read.size === 0) return
      const faults = faultsAmong(byFolder([...read.values()]))
      if (faults.length > 0) this.error(['The texts contradict each other:', ...faults].join('\n  '))
    },
  }
}

function byFolder(files: readonly { folder: string; value: unknown }[]): ReadFiles {
  const folders: ReadFiles = {}
  for (const { folder, value } of files) folders[folder] = [...(folders[folder] ?? []), value]
  return folders
}

/**
 * One file as its schema wants it: the front matter, plus `slug` from the file's name, `body` as HTML and `headings`
 * (`{ id, text }` of every second-level heading). Throws one error that lists every fault of the file: where it is,
 * what is wrong and how to mend it.
 */
export function readContent(given: { file: string; source: string; schema: z.ZodType }): unknown {
  const { file, source, schema } = given
  const { front, markdown } = splitFrontMatter(file, source)
  const slug = basename(file, '.md')
  if (front.slug !== undefined && front.slug !== slug)
    refuse(file, [`slug: is "${String(front.slug)}" – write "${slug}", the file's name, or leave it out`])
  if (front.status !== 'draft' && /\[TODO\]/.test(source))
    refuse(file, ['text: still has a [TODO] – write what belongs there'])

  const parsed = schema.safeParse({ ...front, slug, ...renderBody(file, markdown) }, { reportInput: true })
  if (!parsed.success) refuse(file, parsed.error.issues.map(describeIssue))
  return parsed.data
}

function splitFrontMatter(
  file: string,
  source: string,
): { front: Record<string, unknown>; markdown: string } {
  const match = /^---\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)(.*)$/s.exec(source)
  if (!match)
    return refuse(file, ['front matter: is missing – begin the file with a line of ---, the fields, and ---'])

  const front = readYaml(file, match[1] ?? '')
  if (typeof front !== 'object' || front === null || Array.isArray(front))
    return refuse(file, ['front matter: is not a list of fields – write one `name: value` per line'])
  for (const name of ['body', 'headings'])
    if (name in front) refuse(file, [`${name}: is made from the text – write it below the second ---`])
  return { front: { ...front }, markdown: withCurlyQuotes(match[2] ?? '') }
}

function readYaml(file: string, yaml: string): unknown {
  try {
    return withCurlyQuotesWithin(parseYaml(yaml))
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const line = (error.linePos?.[0].line ?? 0) + 1
    return refuse(file, [
      `line ${line}: ${firstLine(error.message)} – put a text with a colon or a # in quotes`,
    ])
  }
}

function renderBody(
  file: string,
  markdown: string,
): { body: string; headings: Array<{ id: string; text: string }> } {
  const headings: Array<{ id: string; text: string }> = []
  const faults: string[] = []
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens, this.parser.textRenderer)
        const id = idOf(text)
        if (depth === 1) faults.push(`heading "${text}": a single # is the page's own – begin with ##`)
        if (headings.some((other) => other.id === id))
          faults.push(`heading "${text}": is there twice – reword one`)
        if (depth === 2) headings.push({ id, text })
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      // On a phone each cell stands under the name of its column, as in app/ui/table.tsx.
      table(token) {
        const names = token.header.map(({ tokens }) =>
          this.parser.parseInline(tokens, this.parser.textRenderer).replaceAll('"', '&quot;'),
        )
        let column = 0
        return Renderer.prototype.table
          .call(this, token)
          .replace('<table>', '<table class="table-stack">')
          .replace(/<td(?=[ >])/g, () => `<td data-column="${names[column++ % names.length]}"`)
      },
    },
  })
  const body = marked.parse(markdown, { async: false }).trim()
  // Told afterwards: marked adds its own words to whatever is thrown inside it.
  if (faults.length > 0) refuse(file, faults)
  return { body, headings }
}

function idOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/&[a-z0-9#]+;|['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' › ')
  return `${field || 'front matter'}: ${issue.message} – ${howToMend(issue)}`
}

function howToMend(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'add this field'
        : 'write it as that type (a number or yes/no meant as text needs quotes)'
    case 'too_big':
      return issue.origin === 'array' ? 'leave some out' : `shorten it${lengthNow(issue.input)}`
    case 'too_small':
      return issue.origin === 'array' ? 'add more' : `say more${lengthNow(issue.input)}`
    case 'unrecognized_keys':
      return 'correct the spelling or remove it'
    case 'invalid_value':
    case 'invalid_union':
      return 'write one of the values allowed'
    default:
      return 'correct the value'
  }
}

function lengthNow(input: unknown): string {
  return typeof input === 'string' && input !== '' ? `, it has ${input.length} characters now` : ''
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.replace(/:$/, '') ?? text
}

function refuse(file: string, faults: string[]): never {
  throw new Error([`${file} cannot be used:`, ...faults.map((fault) => `  ${fault}`)].join('\n'))
}
