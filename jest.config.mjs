// Tests run as CommonJS: swc strips the types and turns import into require(), import.meta included. Packages that
// ship only ES modules get the same treatment; a "Must use import to load ES Module" error names one to add here.
const onlyEsModules = [
  '@electric-sql/pglite', // CommonJS too, but with import() inside, which jest cannot run untransformed
  '@formatjs/[^/]+',
  'intl-messageformat',
  'jose',
  'kysely',
  'non-error',
  'pg-boss',
  'serialize-error',
];

const shared = {
  // Node's, and it listens whether what the bot asks Graph is what Graph takes.
  testEnvironment: '<rootDir>/test/helpers/contract/environment.ts',
  transform: {
    '\\.([cm]?js|ts)$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${onlyEsModules.join('|')})/)`],
  // The main entry of adaptivecards loads in no Node; its UMD bundle does.
  moduleNameMapper: { '^adaptivecards$': 'adaptivecards/dist/adaptivecards.js' },
  // `npm run gallery` and the manifest build leave files of the same names behind.
  modulePathIgnorePatterns: ['<rootDir>/(data|manifest/out|cards/gallery/out)/'],
};

const folder = (name) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
});

export default {
  // Most stories wait for Graph, Teams or the queue more than they compute.
  maxWorkers: 3,
  // Twice what a story waits for its next state (helpers/chat.ts). Two desks that open on a machine busy with six things took 30 s.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/test/helpers/longest-first.ts',
  // A database that every file opens a copy of.
  globalSetup: '<rootDir>/test/helpers/ready/prepare.ts',
  // Each test file with a PGlite leaves some hundred megabytes to the garbage collector.
  workerIdleMemoryLimit: '2GB',
  projects: [
    {
      ...shared,
      displayName: 'test',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/(browser|bench|faults)/'],
    },
    folder('browser'),
    folder('faults'),
  ],
};
