const kept = globalThis as { keptAcrossReloads?: Map<string, unknown> }

/** Keeps one instance across the reloads of the development server, where this module is evaluated again and again. */
export function singleton<Value>(name: string, make: () => Value): Value {
  kept.keptAcrossReloads ??= new Map()
  if (!kept.keptAcrossReloads.has(name)) kept.keptAcrossReloads.set(name, make())
  return kept.keptAcrossReloads.get(name) as Value
}
