import { randomUUID } from 'node:crypto';
import { staff } from '../../fixtures/staff.ts';
import { manAlone } from '../../fixtures/households.ts';
import { png, TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await TownHall.open('casework-files');
}, 60_000);
afterAll(() => hall.close());

const pdf = Buffer.from('%PDF-1.7\nan invented paper');

describe('A paper or photo', () => {
  it('is stored sealed under the hash of its content, once', async () => {
    const key = randomUUID();
    const first = await hall.upload(pdf, { key });
    expect([first.statusCode, first.json()]).toMatchObject([201, { mediaType: 'application/pdf', size: pdf.length }]);
    expect((await hall.upload(pdf, { key })).json()).toEqual(first.json());
    expect((await hall.upload(pdf)).json()).toEqual(first.json());
    const rows = await hall.prisma.storedFile.findMany();
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.sealed ?? []).includes('invented')).toBe(false);
    expect((await hall.upload(png('another'), { key })).statusCode).toBe(422);
  });

  it('of any other type, or too large, or none at all is refused', async () => {
    const html = await hall.upload(Buffer.from('<html>'));
    expect([html.statusCode, html.json()]).toMatchObject([400, { errors: [{ field: 'file' }] }]);
    const large = await hall.upload(Buffer.concat([png('large'), Buffer.alloc(1024 * 1024)]));
    expect([large.statusCode, large.json()]).toMatchObject([413, { type: 'urn:problem:payload-too-large' }]);
    const json = await hall.post('/v1/files', {}, { by: hall.staff.worker });
    expect(json.statusCode).toBe(415);
  });

  it('is shown to who stored it and to staff of a case that holds it', async () => {
    const { caseId, persons } = await hall.file(manAlone);
    const file = await hall.sheet('a signed authorisation');
    const url = `/v1/files/${file}`;
    const withCase = `${url}?caseId=${caseId}`;
    expect((await hall.get(withCase, hall.staff.clerk)).statusCode).toBe(404);
    const fields = { personId: persons[0]?.personId, by: 'self', file };
    await hall.step(caseId, hall.staff.worker, 'recordAuthorisation', fields);
    const shown = await hall.get(withCase, hall.staff.clerk);
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/png']);
    expect(shown.rawPayload).toEqual(png('a signed authorisation'));
    expect((await hall.get(url, hall.staff.worker)).statusCode).toBe(200);
    expect((await hall.get(url, hall.staff.clerk)).statusCode).toBe(404);
    expect((await hall.get(withCase, staff('townClerk-320411104-1'))).statusCode).toBe(404);
  });
});

describe('The register', () => {
  it('gives a newcomer an id, the same again for the same identity number', async () => {
    const [{ name, identityNumber } = { name: '', identityNumber: '' }] = manAlone.people;
    const register = () => hall.post('/v1/persons', { name, identityNumber }, { by: hall.staff.clerk });
    const first = await register();
    expect([first.statusCode, first.json()]).toMatchObject([201, { birthDate: '1975-06-06', sex: 'male' }]);
    expect((await register()).json()).toEqual(first.json());
  });

  it('takes an account of a registered person, and never shows its number', async () => {
    const { personId } = (await hall.file(manAlone)).persons[0] ?? { personId: '' };
    const account = { capacity: 'carer', bank: '江苏银行', number: '6228480012345678' };
    const taken = await hall.post('/v1/accounts', { holderId: personId, ...account }, { by: hall.staff.clerk });
    expect([taken.statusCode, taken.json()]).toMatchObject([201, { number: '****5678', capacity: 'carer' }]);
    const nobody = await hall.post('/v1/accounts', { holderId: randomUUID(), ...account }, { by: hall.staff.clerk });
    expect([nobody.statusCode, nobody.json()]).toMatchObject([400, { errors: [{ field: 'holderId' }] }]);
  });
});
