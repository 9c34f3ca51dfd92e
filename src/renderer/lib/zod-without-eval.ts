import { config } from 'zod'

// Zod tries at its first schema whether it may compile code. The page's policy forbids that and would report
// each try, so this module must come before every module that makes a schema.
config({ jitless: true })
