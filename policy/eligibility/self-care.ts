import type { SelfCareItem } from './facts.ts';

/** Self-care class 生活自理能力: full 全自理, partial 半护理 (部分丧失), none 全护理 (完全丧失). */
export type SelfCareClass = 'full' | 'partial' | 'none';

/** Most items failed of the partial class. */
const PARTIAL = 3;

/** The class by the six-item test: none failed is full, one to three partial, four to six none (民发〔2021〕43号 §§21–22). */
export function selfCareClass(failedItems: readonly SelfCareItem[]): SelfCareClass {
  if (failedItems.length === 0) return 'full';
  return failedItems.length <= PARTIAL ? 'partial' : 'none';
}
