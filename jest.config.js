const esmOnly = ['cookie', 'jose', 'chinese-days', '@scalar', 'github-slugger', 'nanoid'];

const transform = {
  '^.+\\.[jt]s$': [
    '@swc/jest',
    { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};
const project = (name, extra = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform,
  // The Prisma client names its ESM runtime; here everything is CommonJS.
  moduleNameMapper: { '^(@prisma/client/runtime/.+)\\.mjs$': '$1.js' },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  ...extra,
});

// PostgreSQL and Temporal, started once and only when a project that needs them is run.
const services = { globalSetup: '<rootDir>/test/global-setup.ts', globalTeardown: '<rootDir>/test/global-teardown.ts' };

export default {
  projects: [
    project('policy'),
    project('platform'),
    project('api'),
    project('documents'),
    project('stack', services),
    project('prisma', services),
    project('activities', services),
    project('workflows', services),
    project('e2e', services),
    project('replay'),
    // `npm run record-histories`
    ...(process.env.RECORD_HISTORIES
      ? [project('record', { ...services, testMatch: ['<rootDir>/test/replay/record-histories.ts'] })]
      : []),
  ],
};
