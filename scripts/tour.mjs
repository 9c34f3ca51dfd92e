// `npm run tour -- --out DIR [--plan FILE]`: pictures of the main screens in light and dark, and the reports.
import { runBuilt } from './run-built.mjs'

runBuilt('tour')
