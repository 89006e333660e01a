import { deadlineNames, type Deadline } from '../../policy/lifecycle/deadlines.ts';

/** A text in Chinese with its English beside. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Both languages in one line, as the Temporal UI shows them. */
export const both = ({ zh, en }: Words): string => `${zh} / ${en}`;

/** A limit with its last day, and whether that day may still move. */
export const limitWords = ({ name, lastDay, provisional }: Deadline): string =>
  `${both(deadlineNames[name])} · ${lastDay}${provisional ? '（暂按预排日历 provisional calendar）' : ''}`;
