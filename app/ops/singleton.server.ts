/** Keeps one instance across the reloads of the development server, where this module is evaluated again and again. */
export function singleton<Value>(name: string, make: () => Value): Value {
  const kept =
    (globalThis as { __singletons?: Map<string, unknown> }).__singletons ?? new Map<string, unknown>()
  ;(globalThis as { __singletons?: Map<string, unknown> }).__singletons = kept
  if (!kept.has(name)) kept.set(name, make())
  return kept.get(name) as Value
}
