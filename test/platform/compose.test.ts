import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { caseKind, caseStage, division, dueDate, stuckReason } from '../../contracts/search-attributes.ts';
import { ConfigError, loadConfig, variableNames } from '../../platform/config.ts';

type Service = {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  networks?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  restart: string;
  read_only?: boolean;
  stop_grace_period?: string;
};
type Compose = {
  services: Record<string, Service>;
  networks: Record<string, object>;
  volumes: Record<string, object>;
};

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const example = read('.env.example');

/** `NAME=value` lines of .env.example, also those commented out as optional. */
const offered = [...example.matchAll(/^#?([A-Z][A-Z_]*)=(.*)$/gm)].map(([line, name = '', value = '']) => ({
  name,
  value,
  required: !line.startsWith('#'),
}));

/** `${NAME:-standard}` and `${NAME:?complaint}`, as docker compose replaces them. */
const interpolate = (text: string, env: Record<string, string>) =>
  text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_whole, name: string, sign?: string, rest?: string) => {
    const value = env[name] ?? '';
    if (value === '' && sign === '?') throw new Error(`${name}: ${rest ?? ''}`);
    return value === '' && sign === '-' ? (rest ?? '') : value;
  });

const secret = Buffer.alloc(32, 7).toString('base64');
const filledIn: Record<string, string> = {
  POSTGRES_PASSWORD: 'a1',
  APP_DATABASE_PASSWORD: 'b2',
  TEMPORAL_DATABASE_PASSWORD: 'c3',
  DOUDI_CODEC_KEYS: `2026-11:${secret}`,
  DOUDI_REGISTER_KEY: secret,
  DOUDI_OIDC_ISSUER: 'https://login.example',
  DOUDI_OIDC_AUDIENCE: 'doudi',
  DOUDI_OIDC_JWKS_URL: 'https://login.example/keys',
};

const environmentOf = (service: Service, env = filledIn) =>
  Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, value]) => [name, interpolate(value, env)]));

const ours = services.filter(([, service]) => service.image.startsWith('doudi:'));
const serviceNamed = (name: string) => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}.`);
  return found;
};

describe('the compose file', () => {
  it('names no variable of ours that the product does not know, and neither does .env.example', () => {
    const named = `${read('docker-compose.yml')}\n${example}`.match(/\bDOUDI_\w+/g) ?? [];
    const ofCompose = ['DOUDI_IMAGE_TAG'];
    expect([...new Set(named)].filter((name) => ![...variableNames, ...ofCompose].includes(name))).toEqual([]);
  });

  it.each(ours)('gives %s a configuration that production accepts', (_name, service) => {
    const config = loadConfig(environmentOf(service));
    expect(config).toMatchObject({ production: true, training: false });
    expect(config.database.url).toBe('postgresql://doudi:b2@postgres:5432/doudi');
    expect(config.devIssuerKey).toBeUndefined();
  });

  it.each(Object.keys(filledIn))('does not start without %s, which .env.example asks for', (name) => {
    expect(offered).toContainEqual({ name, value: '', required: true });
    const without = { ...filledIn, [name]: '' };
    expect(() => services.map(([, service]) => environmentOf(service, without))).toThrow(`${name}: see .env.example`);
  });

  it('asks for everything that production requires', () => {
    try {
      loadConfig({ NODE_ENV: 'production' });
      throw new Error('production accepted an empty environment');
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const required = error.faults.map((fault) => fault.split(':')[0] ?? '');
      for (const [, service] of ours)
        expect(Object.keys(service.environment ?? {})).toEqual(expect.arrayContaining(required));
    }
  });

  it('has every variable it reads in .env.example, and nothing there that it does not read', () => {
    const readNames = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect([...new Set(readNames)].toSorted()).toEqual(offered.map(({ name }) => name).toSorted());
  });

  it('keeps no secret: what .env.example requires is empty there', () => {
    expect(offered.filter(({ required, value }) => required && value !== '')).toEqual([]);
    expect(read('.gitignore').split('\n')).toContain('.env');
  });

  it('waits only for services, networks and volumes that exist, for health only where a check says it', () => {
    for (const [name, service] of services) {
      for (const [target, { condition }] of Object.entries(service.depends_on ?? {})) {
        const found = serviceNamed(target);
        if (condition === 'service_healthy') expect([target, found.healthcheck]).toEqual([target, expect.anything()]);
        else expect([name, condition, found.restart]).toEqual([name, 'service_completed_successfully', 'on-failure:5']);
      }
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(service.networks ?? []));
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('./')) expect(read(source)).not.toBe('');
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
    }
  });

  it('runs only scripts that exist', () => {
    const scripts = ours.flatMap(
      ([, { command }]) => (command ?? ['api/server.ts']).join(' ').match(/[\w/-]+\.ts/g) ?? [],
    );
    expect(scripts).toHaveLength(5);
    for (const script of scripts) expect(read(script)).not.toBe('');
  });

  it('opens API and Temporal UI to this host alone, and nothing else', () => {
    const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, interpolate(port, {})]));
    expect(published).toEqual([
      ['temporal-ui', '127.0.0.1:8233:8080'],
      ['api', '127.0.0.1:3000:3000'],
    ]);
  });

  it('lets nobody change a case from the Temporal UI, which decrypts through the API alone', () => {
    const ui = environmentOf(serviceNamed('temporal-ui'));
    expect(ui['TEMPORAL_DISABLE_WRITE_ACTIONS']).toBe('true');
    expect(ui['TEMPORAL_CODEC_ENDPOINT']).toBe('http://127.0.0.1:3000/codec');
    const allowed = loadConfig(environmentOf(serviceNamed('api'))).temporal.uiOrigins;
    expect(ui['TEMPORAL_CORS_ORIGINS']?.split(',')).toEqual(allowed);
    expect(allowed).toContain('http://127.0.0.1:8233');
  });

  it('gives a stopping process more time than its own grace', () => {
    for (const [, service] of ours) {
      const { shutdownGraceSeconds } = loadConfig(environmentOf(service));
      expect(parseInt(service.stop_grace_period ?? '0', 10)).toBeGreaterThan(shutdownGraceSeconds + 5);
      expect(service.read_only).toBe(true);
    }
  });

  it('makes the namespace that the product uses, with every search attribute of a case', () => {
    const { namespace } = loadConfig(environmentOf(serviceNamed('worker'))).temporal;
    expect(environmentOf(serviceNamed('temporal-namespace'))['TEMPORAL_NAMESPACE']).toBe(namespace);
    const [, made = ''] = /^attributes='(.+)'$/m.exec(read('docker/temporal/namespace.sh')) ?? [];
    const attributes = [caseStage, caseKind, division, dueDate, stuckReason];
    expect(made.split(' ').toSorted()).toEqual(attributes.map(({ name }) => name).toSorted());
  });

  it('takes server, schema and command-line tools of Temporal in one version', () => {
    const versions = services.flatMap(
      ([, { image }]) => /temporalio\/(?:server|admin-tools):(.+)$/.exec(image)?.[1] ?? [],
    );
    expect(new Set(versions)).toEqual(new Set(['1.32.1']));
  });
});

describe('the image', () => {
  it('holds every folder that its processes import', () => {
    const kept = [...read('.dockerignore').matchAll(/^!([\w.-]+)\/?$/gm)].map(([, entry = '']) => entry);
    expect(kept).toEqual(
      expect.arrayContaining(['policy', 'contracts', 'platform', 'prisma', 'workflows', 'activities']),
    );
    expect(kept).toEqual(expect.arrayContaining(['api', 'worker', 'scripts', 'package.json', 'package-lock.json']));
    expect(kept).not.toEqual(expect.arrayContaining(['test']));
  });

  it('runs as an ordinary user, in production, on Node 24', () => {
    const dockerfile = read('Dockerfile');
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^ENV NODE_ENV=production$/m);
    expect(dockerfile).toMatch(/^ARG NODE_IMAGE=node:24-/m);
  });
});
