import { deadlineNames } from '../../policy/lifecycle/deadlines.ts';
import { formatYuan } from '../../policy/money.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';

/** What the clock did, in words. */
export function wordsOf(event: CaseEvent): readonly [zh: string, en: string] {
  switch (event.type) {
    case 'postingEnded':
      return ['公示期满', 'the posting is over'];
    case 'standardApplied': {
      const amount = event.data.decision?.amount;
      return amount === undefined
        ? ['低保标准提高，本户金额不变', 'the standard rises; this household’s amount does not']
        : [`低保标准提高，本户每月 ${formatYuan(amount)} 元`, 'the standard rises, and the amount with it'];
    }
    case 'proceedingOpened':
      return ['定期复核到期，自动启动', 'the recheck is due and opens by itself'];
    case 'caseEnded':
      return ['渐退期满，个案自动终止', 'the gradual exit is over: the case ends by itself'];
    case 'deadlineMissed': {
      const name = deadlineNames[event.data.deadline.name];
      return [`逾期督办：${name.zh}`, `late, the next level is told: ${name.en}`];
    }
    default:
      return [event.type, event.type];
  }
}
