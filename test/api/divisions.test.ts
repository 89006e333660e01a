import { withinDivision } from '../../api/access/divisions.ts';
import { changzhou, testApp } from './test-app.ts';

interface Page {
  items: { code: string; name: string }[];
  next: string | null;
}

describe('GET /v1/divisions', () => {
  let test: Awaited<ReturnType<typeof testApp>>;
  beforeAll(async () => (test = await testApp()));
  afterAll(() => test.app.close());

  const get = (url: string, headers = {}) => test.app.inject({ url, headers });

  it('lists the towns of a district to anyone', async () => {
    const answer = await get('/v1/divisions?parent=320402&level=town');
    expect(answer.statusCode).toBe(200);
    expect(answer.json<Page>().items[0]).toMatchObject({ code: '320402001', name: '雕庄街道' });
  });

  it('lists the six towns that 经开区 manages as its own', async () => {
    expect((await get('/v1/divisions?parent=320491')).json<Page>().items).toHaveLength(6);
  });

  it('pages through all divisions without losing or repeating one', async () => {
    const codes: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = (await get(`/v1/divisions?limit=200${cursor && `&cursor=${cursor}`}`)).json<Page>();
      codes.push(...page.items.map((item) => item.code));
      cursor = page.next;
    }
    expect(codes).toEqual(changzhou.all.map((division) => division.code));
  });

  it('answers 304 to one who has the page already', async () => {
    const { headers } = await get('/v1/divisions?level=district');
    expect((await get('/v1/divisions?level=district', { 'if-none-match': headers.etag })).statusCode).toBe(304);
  });

  it.each([
    ['level=planet', 'level'],
    ['parent=32', 'parent'],
    ['limit=0', 'limit'],
    ['cursor=%20', 'cursor'],
    ['colour=red', 'colour'],
  ])('refuses ?%s', async (query, field) => {
    const answer = await get(`/v1/divisions?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ in: 'query', field }] });
  });

  it('finds one by its code, or answers 404', async () => {
    expect((await get('/v1/divisions/320412001')).json()).toMatchObject({ managedBy: '320491' });
    expect((await get('/v1/divisions/329999')).statusCode).toBe(404);
  });
});

describe('what a division covers', () => {
  const village = changzhou.all.find((division) => division.parent === '320412001')?.code ?? '';

  it.each([
    ['the city', '320400', '320402001', true],
    ['the city', '3204', '320481116001', true],
    ['the city', '320400', village, true],
    ['a district', '320402', '320402001', true],
    ['a district', '320402', '320404001', false],
    ['a town', '320402001', '320402001002', true],
    ['a town', '320402001', '320402', false],
    ['武进区', '320412', '320412100', true],
    ['武进区, for a town run by 经开区,', '320412', village, false],
    ['经开区', '320491', village, true],
    ['经开区', '320491', '320412100', false],
    ['戚墅堰街道', '320412001', village, true],
  ])('%s (%s) covers %s: %s', (_name, own, code, covered) => {
    expect(withinDivision({ reach: changzhou.reachOf(own) }, code)).toBe(covered);
  });

  it('lies on a path by who runs it in fact', () => {
    expect(changzhou.pathOf('320412001')).toEqual(['320400', '320491', '320412001']);
  });
});
