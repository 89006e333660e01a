/** Which folder may import which, each rule with its reason. `npm run check` fails on a breach. */

const sources = 'policy|contracts|platform|prisma|workflows|activities|api|worker';

module.exports = {
  forbidden: [
    {
      name: 'policy-is-pure',
      comment:
        'The law imports only itself: no clock, ids, I/O or library, so that every past decision can be computed again.',
      severity: 'error',
      from: { path: '^policy/' },
      to: { pathNot: '^policy/' },
    },
    {
      name: 'contracts-know-the-law-only',
      comment:
        'What sides share must not pull in one of the sides. zod is for contracts/http, which no workflow imports.',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { pathNot: ['^(policy|contracts)/', '^node_modules/zod/', '^node_modules/@temporalio/(common|workflow)/'] },
    },
    {
      name: 'zod-stays-out-of-workflows',
      comment: 'A cached case costs 0.15 MB of memory, with zod in the bundle 1.8 MB.',
      severity: 'error',
      from: { path: '^(policy|workflows|contracts/(?!http/))' },
      to: { path: ['^node_modules/zod/', '^contracts/http/'] },
    },
    {
      name: 'workflows-touch-nothing',
      comment:
        'Workflows are replayed: they may orchestrate, but not reach the platform, the database or another process.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^(platform|prisma|api|worker|scripts)/' },
    },
    {
      name: 'workflows-see-activities-as-types',
      comment: 'An activity is called through the server, never imported into the sandbox.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-use-no-node',
      comment: 'Node is not there in the sandbox, and what it offers differs at each replay.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'processes-are-tops',
      comment: 'worker and scripts compose the rest; what imports them cannot be tested without a process.',
      severity: 'error',
      from: { path: `^(${sources})/`, pathNot: '^worker/' },
      to: { path: '^(worker|scripts)/' },
    },
    {
      name: 'api-is-a-top',
      comment: 'Nothing below HTTP depends on it. Scripts may: the token script signs as the API does.',
      severity: 'error',
      from: { path: '^(policy|contracts|platform|prisma|workflows|activities|worker)/' },
      to: { path: '^api/' },
    },
    {
      name: 'activities-and-api-keep-apart',
      comment: 'They meet in contracts and in the database; the API reaches a case by messages only.',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: '^(activities|workflows|worker)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-knows-no-case',
      comment: 'Plumbing that knows the domain cannot be shared by both processes.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(policy|contracts|prisma|workflows|activities)/' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What a test needs stays with the tests.',
      severity: 'error',
      from: { path: `^(${sources}|scripts)/` },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { pathNot: '^prisma/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere fails at the worst time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^prisma/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
