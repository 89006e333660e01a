import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ConfigError, loadConfig, variableNames } from '../../platform/config.ts';
import { ensureDevelopmentKeys } from '../../platform/keys.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const production = {
  NODE_ENV: 'production',
  DOUDI_DATABASE_URL: 'postgresql://doudi:secret@database:5432/doudi',
  DOUDI_CODEC_KEYS: `2026-07:${secret},2025-01:${Buffer.alloc(32, 8).toString('base64')}`,
  DOUDI_REGISTER_KEY: secret,
  DOUDI_OIDC_ISSUER: 'https://login.example',
  DOUDI_OIDC_AUDIENCE: 'doudi',
  DOUDI_OIDC_JWKS_URL: 'https://login.example/keys',
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(path.join(os.tmpdir(), 'doudi-config-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('in development', () => {
  it('needs no variable once the data folder has its keys', () => {
    ensureDevelopmentKeys(dataDir);
    const config = loadConfig({ DOUDI_DATA_DIR: dataDir });
    expect(config.api.port).toBe(3000);
    expect(config.temporal).toMatchObject({ address: '127.0.0.1:7233', uiPort: 8233, namespace: 'default' });
    expect(new URL(config.database.url).port).toBe('5433');
    expect(config.registerKey).toHaveLength(32);
    expect(config.devIssuerKey).toBeDefined();
  });

  it('keeps the keys it made once, readable by their owner only', () => {
    const first = ensureDevelopmentKeys(dataDir);
    expect(ensureDevelopmentKeys(dataDir)).toEqual(first);
    expect(statSync(path.join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it('names both missing keys, and how to come by them', () => {
    expect(faultsOf({ DOUDI_DATA_DIR: dataDir })).toEqual([
      expect.stringMatching(/^DOUDI_CODEC_KEYS: .*Run npm start once/),
      expect.stringMatching(/^DOUDI_REGISTER_KEY: .*Run npm start once/),
    ]);
  });
});

describe('whatever is wrong', () => {
  it('is named all at once, misspelt variables too', () => {
    const faults = faultsOf({
      DOUDI_API_PORT: '70000',
      DOUDI_TRAINIG: 'true',
      DOUDI_TRAINING: 'yes',
      DOUDI_TRAINING_START: '2023-02-30',
      DOUDI_DATABASE_URL: 'mysql://elsewhere',
      DOUDI_CODEC_KEYS: 'a:short',
    });
    const named = faults.map((fault) => fault.split(':')[0]);
    expect(named.toSorted()).toEqual([
      'DOUDI_API_PORT',
      'DOUDI_CODEC_KEYS',
      'DOUDI_DATABASE_URL',
      'DOUDI_TRAINIG',
      'DOUDI_TRAINING',
      'DOUDI_TRAINING_START',
    ]);
  });
});

describe('in production', () => {
  it('takes secrets and addresses from the environment alone, the first codec key first', () => {
    const config = loadConfig(production);
    expect(config.codecKeys.map(({ id }) => id)).toEqual(['2026-07', '2025-01']);
    expect(config.oidc?.issuer).toBe('https://login.example');
    expect(config.devIssuerKey).toBeUndefined();
  });

  it.each(Object.keys(production).filter((name) => name !== 'NODE_ENV'))('does not start without %s', (name) => {
    const { [name]: _left, ...rest } = production as Record<string, string>;
    expect(faultsOf(rest)).toEqual([expect.stringMatching(new RegExp(`^${name}: required with NODE_ENV=production`))]);
  });

  it.each([
    ['DOUDI_TRAINING', 'true'],
    ['DOUDI_TRAINING_START', '2023-09-01'],
    ['DOUDI_DEV_ISSUER', 'true'],
  ])('refuses %s', (name, value) => {
    expect(faultsOf({ ...production, [name]: value })).toEqual([
      `${name}: refused with NODE_ENV=production. Remove it.`,
    ]);
  });
});

test('every variable that the product reads is listed', () => {
  expect(variableNames).toEqual(expect.arrayContaining([...Object.keys(production), 'DOUDI_DATA_DIR', 'TEMPORAL_CLI']));
});
