/** One process of the site, for tests: the database is there already, so it only serves. */
import { serve } from '../server.js'

await serve({ dev: false, postgres: null })
