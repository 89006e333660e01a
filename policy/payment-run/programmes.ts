import { type Kind, kindNames, kinds } from '../kinds.ts';

/** A kind of help that pays money: each has its own run a month and district. */
export type Programme = { [K in Kind]: (typeof kinds)[K]['payment'] extends 'none' ? never : K }[Kind];

const pays = (kind: Kind): kind is Programme => kinds[kind].payment !== 'none';

/** Every programme 发放项目, in the order of the kinds. */
export const programmes: readonly Programme[] = kindNames.filter(pays);

/** The programme so written. Undefined for anything else, a kind without money among it. */
export const programmeFrom = (text: string): Programme | undefined => programmes.find((known) => known === text);

/** Whether help is given once (temporary assistance), so that a payment after its month is late, not arrears. */
export const paysOnce = (programme: Programme): boolean => kinds[programme].payment === 'once';
