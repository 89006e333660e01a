import type { Role } from '../policy/lifecycle/actors.ts';

/** A division as the reference data knows it. */
type Place = { code: string; name: string; parent: string; level: string; intake: boolean };
type DemoStaff = { id: string; role: Role; divisionCode: string; displayName: string };
type Post = { role: Role; title: string; count: number };

const CITY = '320400';

/** Of each district the demo's pilot town, to which decisions can be delegated, and one more. */
const demoTowns: Record<string, [pilot: string, other: string]> = {
  '320402': ['320402109', '320402001'],
  '320404': ['320404116', '320404001'],
  '320411': ['320411101', '320411104'],
  '320412': ['320412120', '320412100'],
  '320413': ['320413109', '320413104'],
  '320481': ['320481114', '320481106'],
  '320491': ['320412105', '320412104'],
};

const villagePosts: Post[] = [{ role: 'villageWorker', title: '协理员', count: 2 }];
// Three clerks: two survey, the third writes the opinion.
const townPosts: Post[] = [
  { role: 'townClerk', title: '经办', count: 3 },
  { role: 'townApprover', title: '审批', count: 2 },
];
const districtPosts: Post[] = [
  { role: 'districtOfficer', title: '民政经办', count: 2 },
  { role: 'districtApprover', title: '民政审批', count: 2 },
  { role: 'verificationCentre', title: '核对中心', count: 1 },
  { role: 'financeOfficer', title: '财政', count: 1 },
];
const cityPosts: Post[] = [
  { role: 'cityBureau', title: '市局', count: 1 },
  { role: 'bank', title: '银行', count: 1 },
  { role: 'auditor', title: '审计', count: 1 },
  { role: 'administrator', title: '系统管理员', count: 1 },
];

const fill = (place: Place, posts: Post[]): DemoStaff[] =>
  posts.flatMap(({ role, title, count }) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${role}-${place.code}-${index + 1}`,
      role,
      divisionCode: place.code,
      displayName: `${place.name}${title}${index + 1}`,
    })),
  );

/**
 * Staff of the demo: every role in each district, two towns of each district, and the first village of each such town.
 * Their ids say the post (`townClerk-320411104-1`) and nobody's name.
 */
export function demoStaff(divisions: Place[]): DemoStaff[] {
  const place = (code: string) => {
    const found = divisions.find((division) => division.code === code);
    if (found === undefined) throw new Error(`Demo staff: no division ${code} in the reference data.`);
    return found;
  };
  const firstVillage = (town: string) => {
    const found = divisions.find((one) => one.parent === town && one.level === 'village' && one.intake);
    if (found === undefined) throw new Error(`Demo staff: no village with intake in town ${town}.`);
    return found;
  };
  const ofTown = (town: string) => [...fill(place(town), townPosts), ...fill(firstVillage(town), villagePosts)];
  return [
    ...fill(place(CITY), cityPosts),
    ...Object.entries(demoTowns).flatMap(([code, towns]) => [
      ...fill(place(code), districtPosts),
      ...towns.flatMap(ofTown),
    ]),
  ];
}
