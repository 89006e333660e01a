import { type CivilInstant, dateOf, type PlainDate, weekday } from '../../policy/dates.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** Prints what happens, by civil day: the Chinese first, the English beside it. */
export class Timeline {
  #day: PlainDate | undefined;
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** A heading across all days. */
  chapter(zh: string, en: string): void {
    this.#print(`\n── ${zh} · ${en} ──`);
    this.#day = undefined;
  }

  /** One thing that happened; the day is named once. */
  tell(at: CivilInstant, zh: string, en: string): void {
    const day = dateOf(at);
    const label = day === this.#day ? ' '.repeat(14) : `${day} 周${weekdays[weekday(day) - 1] ?? ''}`;
    this.#day = day;
    this.#print(`${label}  ${zh}  ${en}`);
  }
}
