import { deadlineNames } from '../../policy/lifecycle/deadlines.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';

/** What the clock did, in words. */
export function wordsOf(event: CaseEvent): readonly [zh: string, en: string] {
  switch (event.type) {
    case 'postingEnded':
      return ['公示期满', 'the posting is over'];
    case 'proceedingOpened':
      return ['定期复核到期，自动启动', 'the recheck is due and opens by itself'];
    case 'caseEnded':
      return ['渐退期满，个案自动终止', 'the gradual exit is over: the case ends by itself'];
    case 'deadlineMissed': {
      const name = deadlineNames[event.data.deadline.name];
      return [`逾期上移：${name.zh}`, `late, one level up: ${name.en}`];
    }
    default:
      return [event.type, event.type];
  }
}
