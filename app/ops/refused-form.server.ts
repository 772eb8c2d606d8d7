import type { AppLoadContext } from '@remix-run/node'

/** Requests whose form was refused. The action says so, and the loader that draws the page anew can tell its title. */
const refused = new WeakSet<AppLoadContext>()

export function markRefused(context: AppLoadContext): void {
  refused.add(context)
}

export function isRefused(context: AppLoadContext): boolean {
  return refused.has(context)
}
