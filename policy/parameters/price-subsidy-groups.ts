/** Groups that get the price subsidy 价格临时补贴 (policy R-PS). */
export const priceSubsidyGroups = [
  'dibao',
  'tekun',
  'preferentialPension',
  'severelyDisabled',
  'orphan',
  'deFactoUnattendedChild',
  'unemployed',
  'dibaoEdge',
  'hardshipWorker',
  'childWithHiv',
] as const;
/** One of the groups of the price subsidy. */
export type PriceSubsidyGroup = (typeof priceSubsidyGroups)[number];
