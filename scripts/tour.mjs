// `npm run tour -- --out DIR [--plan FILE]`: pictures of the main screens in light and dark, and the reports.
import { ensureBrowser } from './ensure-browser.mjs'
import { runBuilt } from './run-built.mjs'

await runBuilt('tour', ensureBrowser)
