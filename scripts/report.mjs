#!/usr/bin/env node
// `npm run -s report -- INPUT --kind review --format html,md,pdf --out DIR`: reports of a plan from the shell.
import { runBuilt } from './run-built.mjs'

await runBuilt('report')
