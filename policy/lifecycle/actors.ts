/** Roles 角色 of policy.md §9; `applicant` and `public` act through public routes, `system` is the clock and the partners. */
export const roles = [
  'villageWorker',
  'townClerk',
  'townApprover',
  'districtOfficer',
  'districtApprover',
  'verificationCentre',
  'financeOfficer',
  'bank',
  'cityBureau',
  'auditor',
  'administrator',
  'applicant',
  'public',
  'system',
] as const;

export type Role = (typeof roles)[number];

/** Who gives a command: the member of staff, the role acted in, and the division the role covers. */
export interface Actor {
  readonly staffId: string;
  readonly role: Role;
  /** Division code of 2, 4, 6, 9 or 12 digits; a district code covers its towns. */
  readonly division: string;
  /** The colleague this deputy 代理 stands in for; four eyes see both. */
  readonly onBehalfOf?: string;
}

export const system: Actor = { staffId: 'system', role: 'system', division: '3204' };

/** Everybody whose eyes an act used: the actor, and the colleague a deputy stands in for. */
export const eyesOf = (actor: Pick<Actor, 'staffId' | 'onBehalfOf'>): readonly string[] =>
  actor.onBehalfOf === undefined ? [actor.staffId] : [actor.staffId, actor.onBehalfOf];
