/** One printed figure, with whatever contradicts it. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  /** Each names what is wrong; none: the figure is right. */
  readonly wrong: readonly string[];
}

const SHOWN = 10;

export const figure = (what: string, value: number | string, wrong: readonly string[] = []): Figure => ({
  what,
  value: String(value),
  wrong,
});

/** The figures as lines, each wrong one followed by what is wrong. */
export function figureLines(figures: readonly Figure[]): string[] {
  const width = Math.max(...figures.map(({ what }) => what.length));
  return figures.flatMap(({ what, value, wrong }) => [
    `${wrong.length === 0 ? 'ok   ' : 'WRONG'}  ${what.padEnd(width)}  ${value}`,
    ...wrong.slice(0, SHOWN).map((line) => `         ${line}`),
    ...(wrong.length > SHOWN ? [`         ... and ${wrong.length - SHOWN} more`] : []),
  ]);
}
