/**
 * Remix weighs every route of the site against each address, several times for one answer: a sixth of all that an answer
 * costs. The first two words of an address leave a handful that it can mean.
 */
type Route = { id: string; parentId?: string | undefined; path?: string | undefined }
type Routes<Each extends Route> = Record<string, Each>

/** From an address to what `make` makes of the routes that it can mean: each once, when it is first asked for. */
export function byBeginning<Each extends Route, Made>(
  routes: Routes<Each>,
  make: (inReach: Routes<Each>) => Made,
): (address: string) => Made {
  const paths = pathsOf(routes)
  const words = new Set(paths.flatMap(({ segments }) => segments.slice(0, 2)))
  const byWords = new Map<string, Made>()
  // Most pairs of words begin nothing and leave the same few routes: what is made is counted by what it is made of.
  const byRoutes = new Map<string, Made>()
  return (address) => {
    const beginning = beginningOf(address, words)
    return kept(byWords, beginning.join('/'), () => {
      const meant = idsMeant(paths, beginning)
      const inReach = Object.fromEntries(Object.entries(routes).filter(([id]) => meant.has(id)))
      return kept(byRoutes, Object.keys(inReach).join(), () => make(inReach))
    })
  }
}

function kept<Value>(shelf: Map<string, Value>, key: string, make: () => Value): Value {
  const before = shelf.get(key)
  if (before !== undefined) return before
  const made = make()
  shelf.set(key, made)
  return made
}

/**
 * A word that no route has is `*`, so that there are no more beginnings than pairs of the site's words. An address that is
 * spelt with escapes (`/%62ook`) has been sent to its plain spelling before it comes here.
 */
function beginningOf(address: string, words: ReadonlySet<string>): string[] {
  // With the ending, a page is asked for as data.
  const named = address
    .toLowerCase()
    .replace(/\.data$/, '')
    .split('/')
    .slice(1, 3)
  return named.map((word) => (words.has(word) ? word : '*'))
}

function idsMeant(paths: readonly Path[], beginning: readonly string[]): ReadonlySet<string> {
  const meaning = paths.filter(({ segments }) => canMean(segments, beginning))
  return new Set(meaning.flatMap(({ line }) => line))
}

/** What varies, may be missing or takes all the rest can be any word. */
function canMean(segments: readonly string[], beginning: readonly string[]): boolean {
  for (const [place, word] of beginning.entries()) {
    const segment = segments[place]
    if (segment === undefined || segment === '*' || segment.endsWith('?')) return true
    if (!segment.startsWith(':') && segment !== word) return false
  }
  return true
}

/** The ids of a route and of those around it, and its whole path in lower case: Remix matches in any. */
type Path = { line: readonly string[]; segments: readonly string[] }

function pathsOf(routes: Routes<Route>): Path[] {
  return Object.values(routes).map((route) => {
    const line: Route[] = []
    for (let each: Route | undefined = route; each; each = each.parentId ? routes[each.parentId] : undefined)
      line.unshift(each)
    const segments = line.flatMap(({ path = '' }) => path.toLowerCase().split('/').filter(Boolean))
    return { line: line.map(({ id }) => id), segments }
  })
}
