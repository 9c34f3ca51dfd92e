#!/usr/bin/env node
// `npm run -s import -- INPUT --out plan.roadbook`: a plan file from any text with OKRs.
import { runBuilt } from './run-built.mjs'

await runBuilt('import')
