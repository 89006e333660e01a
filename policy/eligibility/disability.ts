import type { Disability } from './facts.ts';

/** Severely disabled 重度残疾: grade 1 or 2 of any kind. */
export const isSeverelyDisabled = (disability: Disability | undefined): boolean =>
  disability !== undefined && disability.grade <= 2;

/** An intellectual or mental disability 智力、精神残疾 of any grade. */
export const isIntellectualOrMental = ({ type }: Disability): boolean => type === 'intellectual' || type === 'mental';

/** Intellectual or mental disability of grade 3, which several rules put beside the severe ones. */
export const isGradeThreeIntellectualOrMental = (disability: Disability | undefined): boolean =>
  disability !== undefined && disability.grade === 3 && isIntellectualOrMental(disability);
