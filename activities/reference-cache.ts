import type { PrismaClient } from '../prisma/client.ts';

const lifetimeMs = 30_000;

export interface Reference {
  /** Display name of a member of staff, such as 孟河镇经办1, by id. */
  readonly staff: ReadonlyMap<string, string>;
  /** Name and kind of a division by code. */
  readonly divisions: ReadonlyMap<string, string>;
  /** Holiday notices loaded after the product was built, by year. */
  readonly notices: readonly { readonly year: number; readonly notice: unknown }[];
}

/** Staff, divisions and notices, read at most every half minute: they change rarely, and every document names them. */
export function createReferenceCache(prisma: PrismaClient): { read(): Promise<Reference>; forget(): void } {
  let cached: { at: number; value: Promise<Reference> } | undefined;
  const load = async (): Promise<Reference> => {
    const [staff, divisions, notices] = await Promise.all([
      prisma.staff.findMany({ select: { id: true, displayName: true } }),
      prisma.division.findMany({ select: { code: true, name: true } }),
      prisma.calendarNotice.findMany({ orderBy: { year: 'asc' } }),
    ]);
    return {
      staff: new Map(staff.map((row) => [row.id, row.displayName])),
      divisions: new Map(divisions.map((row) => [row.code, row.name])),
      notices: notices.map(({ year, notice }) => ({ year, notice })),
    };
  };
  return {
    read() {
      const now = Date.now();
      if (!cached || now - cached.at > lifetimeMs) {
        const value = load();
        cached = { at: now, value };
        value.catch(() => (cached = undefined));
      }
      return cached.value;
    },
    forget() {
      cached = undefined;
    },
  };
}
