/** Why a member gets extra 分类施保 (policy R-DB), the order in which equal extras are named. */
export const topUpReasons = ['severelyIll', 'severelyDisabled', 'elderly', 'minor'] as const;
/** One of the groups of 分类施保. */
export type TopUpReason = (typeof topUpReasons)[number];
