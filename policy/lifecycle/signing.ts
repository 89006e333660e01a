import { isIntellectualOrMental, isSeverelyDisabled } from '../eligibility/disability.ts';
import type { Member } from '../eligibility/facts.ts';
import type { PlainDate } from '../dates.ts';
import type { CommandOf } from './commands.ts';
import { isChild } from './main-person.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/**
 * Whether a member signs by a guardian 监护人 [D220 §12; D57 §9]: under 18 on the day, or incapable. The facts hold no finding of
 * incapacity 无民事行为能力; a severe intellectual or mental disability stands for it (assumption).
 */
export const needsGuardian = ({ birthDate, disability }: Member, on: PlainDate): boolean =>
  isChild(birthDate, on) ||
  (disability !== undefined && isSeverelyDisabled(disability) && isIntellectualOrMental(disability));

/** Members who live on a day, as far as the case knows: a death may be reported and not yet be in the facts. */
const livingMembers = ({ facts, proceeding }: CaseState, on: PlainDate): readonly Member[] =>
  facts.members.filter(
    ({ personId, diedOn }) =>
      !(diedOn !== undefined && diedOn <= on) &&
      !proceeding?.reasons.some(
        (reason) => reason.kind === 'memberDied' && reason.personId === personId && reason.on <= on,
      ),
  );

/** Why this is not how a person signs the authorisation 核对授权书 on a day: who may sign for whom, and with which paper. */
export function signatureFault(
  state: CaseState,
  { personId, by, signer, mandate }: Omit<CommandOf<'recordAuthorisation'>, 'type' | 'file'>,
  on: PlainDate,
): Refusal | undefined {
  const memberOf = (id: string | undefined) => state.facts.members.find((member) => member.personId === id);
  const signedFor = memberOf(personId);
  if (by !== 'guardian' && signedFor && needsGuardian(signedFor, on))
    return refusal(
      'guardian-signs',
      `${personId} 未成年或不具有完全民事行为能力，须由监护人签署核对授权书，并写明监护人。`,
      `${personId} is under 18 or incapable: a guardian signs; name the guardian.`,
    );
  if (by === 'self')
    return signer === undefined || signer === personId
      ? undefined
      : refusal(
          'signer-not-self',
          `本人签字的，签字人只能是 ${personId}；由 ${signer} 代签的，请按监护人或代理人登记。`,
          `${personId} signs in person; where ${signer} signs, record a guardian or an agent.`,
        );
  if (signer === undefined)
    return refusal('signer-missing', '监护人或代理人签字须写明签字人。', 'Name the guardian or agent who signed.');
  if (signer === personId)
    return refusal(
      'signer-not-another',
      `监护人、代理人须为 ${personId} 以外的人，请由他人签署。`,
      `The guardian or agent of ${personId} is somebody else: have another person sign.`,
    );
  const member = memberOf(signer);
  if (member && (needsGuardian(member, on) || !livingMembers(state, on).includes(member)))
    return refusal(
      'signer-not-able',
      `签字人 ${signer} 未成年、不具有完全民事行为能力或者已去世，请由其他成年人签署。`,
      `${signer} is under 18, incapable or dead and cannot sign for another: have another adult sign.`,
    );
  return by === 'agent' && mandate === undefined
    ? refusal('agent-without-mandate', '代理人签字须附委托书。', 'An agent needs a mandate [D57 §9].')
    : undefined;
}

/** Why this member cannot sign the survey sheet 入户调查表 as present: a living member, and an adult while there is one. */
export function presenceFault(state: CaseState, personId: string, on: PlainDate): Refusal | undefined {
  const living = livingMembers(state, on);
  const present = living.find((member) => member.personId === personId);
  if (!present)
    return refusal(
      'member-died',
      `${personId} 已去世，请由在世的家庭成员签字。`,
      `${personId} has died: a living member signs.`,
    );
  return isChild(present.birthDate, on) && living.some(({ birthDate }) => !isChild(birthDate, on))
    ? refusal(
        'adult-signs',
        `${personId} 未满18周岁，入户调查表须由成年家庭成员签字。`,
        `${personId} is under 18: an adult member of the household signs the survey sheet.`,
      )
    : undefined;
}
