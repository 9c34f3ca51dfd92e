/** The rooms of docs/architecture.md as rules. `scripts/boundaries.mjs` runs this and checks that it saw the files. */
const room = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(url|raw|worker)$' },
    },
    room(
      'domain-is-pure',
      '^src/domain/',
      '^src/(shared|main|preload|lite-host|cli|renderer)/|^electron$',
      'domain imports zod, pure libraries and itself',
    ),
    room(
      'shared-is-thin',
      '^src/shared/',
      '^src/(main|preload|lite-host|cli|renderer)/',
      'shared imports domain and zod',
    ),
    room(
      'main-knows-no-renderer',
      '^src/(main|preload)/',
      '^src/(renderer|lite-host|cli)/',
      'main meets the renderer only through shared',
    ),
    room(
      'renderer-knows-no-main',
      '^src/renderer/',
      '^src/(main|preload|lite-host|cli)/|^electron$',
      'the renderer meets main only through shared',
    ),
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'a feature never imports another feature; app composes them',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/([^/]+)/', pathNot: '^src/renderer/features/$1/' },
    },
    room(
      'features-below-app',
      '^src/renderer/(features|store|data|bridge|ui|lib)/',
      '^src/renderer/app/',
      'app composes; nothing imports it',
    ),
    room(
      'store-below-features',
      '^src/renderer/(store|data|bridge|ui|lib)/',
      '^src/renderer/features/',
      'features sit above the store',
    ),
    room(
      'data-below-store',
      '^src/renderer/(data|bridge|ui|lib)/',
      '^src/renderer/store/',
      'the store sits above data',
    ),
    {
      name: 'dnd-kit-behind-its-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/ui/drag' },
      to: { path: 'node_modules/@dnd-kit' },
    },
    {
      name: 'dexie-behind-data',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/data/' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'ui-knows-no-app-words',
      severity: 'error',
      comment: 'the calendar is nobody’s word: date fields read and write days as the domain does',
      from: { path: '^src/renderer/(ui|lib)/' },
      to: { path: '^src/(domain|shared)/', pathNot: '^src/domain/calendar/' },
    },
    {
      name: 'no-drawers',
      severity: 'error',
      comment: 'a file is named after its idea',
      from: {},
      to: {
        path: '^src/.*/(utils?|helpers?|types|constants|index)\\.tsx?$',
        pathNot: '^src/(main|preload|lite-host)/index\\.ts$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$|\\.module\\.css$|\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
    },
  },
}
