import { z } from 'zod';
import { recheckClasses, surveyWays } from '../../../policy/lifecycle/commands.ts';
import { householdFacts } from '../facts.ts';
import { file, id, plainDate, staffId, text, words } from '../values.ts';
import { action } from './action.ts';
import { proposal, surveyor } from './parts.ts';

const heads = z.int().min(0).max(9_999);

/** Village review 入户调查、民主评议、公示. */
export const review = {
  startSurvey: action('startSurvey', { surveyors: z.array(staffId).min(1).max(6) }),
  recordHomeVisit: action('recordHomeVisit', {
    visitedOn: plainDate,
    by: z.enum(surveyWays).exactOptional(),
    surveyors: z.array(surveyor).min(1).max(6),
    memberPresent: z.strictObject({ personId: id, file }),
    agrees: z.boolean(),
    summary: words,
    photos: z.array(file).max(30),
  }),
  recordAppraisal: action('recordAppraisal', {
    heldOn: plainDate,
    attendance: z.strictObject({
      town: heads,
      villageOrganisation: heads,
      residents: heads,
      representatives: heads,
    }),
    conclusion: z.enum(['agrees', 'disagrees', 'disputed']),
    record: words,
    signatures: z.array(file).min(1).max(60),
  }),
  writeOpinion: action('writeOpinion', {
    facts: householdFacts,
    recheckClass: z.enum(recheckClasses),
    proposal,
    ground: words,
  }),
  signOpinion: action('signOpinion', {}),
  startPosting: action('startPosting', { place: text(200) }),
  extendLimit: action('extendLimit', {
    ground: z.enum(['objection', 'registeredElsewhere', 'crossPlace', 'hardSurvey']),
    note: words,
  }),
  investigateObjection: action('investigateObjection', { objectionId: id, upheld: z.boolean(), finding: words }),
};
