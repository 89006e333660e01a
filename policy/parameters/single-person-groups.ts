/**
 * Who may be on dibao alone 单人保 (policy R-DB): clergy 宗教教职人员; severely disabled adults without ability to work who are
 * registered alone 单独立户; severely ill or disabled members of households on the edge of dibao; members of such households with
 * an intellectual or mental disability of grade 3; unemployed severely disabled adults 无业重度残疾人 of any household.
 */
export const singlePersonGroups = ['clergy', 'registeredAlone', 'edgeSevere', 'edgeGradeThree', 'unemployed'] as const;
/** One of the groups of 单人保. */
export type SinglePersonGroup = (typeof singlePersonGroups)[number];
