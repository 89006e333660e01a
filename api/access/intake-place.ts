import type { AppDeps } from '../deps.ts';
import { invalidField } from '../problems/problem.ts';
import { withinDivision } from './divisions.ts';
import type { Caller } from './caller.ts';

/**
 * Town and deciding district of a village where the caller may file applications: for 经开区's six towns the managing body
 * decides. Throws a fault of the field for another village.
 */
export async function intakePlace({ divisions }: Pick<AppDeps, 'divisions'>, caller: Caller, code: string) {
  const tree = await divisions();
  const village = tree.find(code);
  const town = village && tree.find(village.parent);
  if (village?.level !== 'village' || !village.intake || town === undefined)
    throw invalidField('body', 'village', { zh: '该处不受理申请', en: 'No applications are taken there' });
  if (!withinDivision(caller, village.code))
    throw invalidField('body', 'village', { zh: '不在您的辖区内', en: 'Not within your division' });
  return { village: village.code, town: town.code, district: town.managedBy ?? town.parent };
}
