import type { Actor } from './actors.ts';
import type { CaseState } from './state.ts';

type Place = Pick<CaseState, 'village' | 'town' | 'district'>;

/** Whether an actor's division covers the case: village, town, deciding district (经开区 for its six towns), city or province. */
export function covers(actor: Pick<Actor, 'division' | 'role'>, place: Place): boolean {
  if (actor.role === 'system' || actor.role === 'public') return true;
  const { division } = actor;
  switch (division.length) {
    case 12:
      return division === place.village;
    case 9:
      return division === place.town;
    case 6:
      return division.endsWith('00') ? place.district.startsWith(division.slice(0, 4)) : division === place.district;
    default:
      return place.district.startsWith(division);
  }
}
