import 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated database that each file of integration tests copies. */
    scratchTemplateUrl: string
  }
}
