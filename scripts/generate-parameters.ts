import { parameterHash } from '../platform/parameter-hash.ts';
import type { GeneratedFile } from './generated-file.ts';
import { FOLDER } from './parameter-file.ts';
import { readParameters } from './read-parameters.ts';

async function render(): Promise<string> {
  const parameters = await readParameters();
  const content = Object.fromEntries(
    parameters.map(({ name, unit, values, divisions }) => [name, { unit, values, divisions }]),
  );
  const version = parameterHash(content);
  const types = parameters.map(
    ({ name, title, unit, type }) => `/** ${title.zh}: ${title.en}. Unit: ${unit}. */\n'${name}': ${type};`,
  );
  return `// Written by scripts/generate-parameters.ts from the YAML files beside it; change those and run \`npm run generate\`.
import type { IncomeType } from '../eligibility/facts.ts';
import type { Ratio } from '../money.ts';
import type { PriceSubsidyGroup } from './price-subsidy-groups.ts';
import type { SinglePersonGroup } from './single-person-groups.ts';
import type { ParameterTable } from './snapshot.ts';
import type { SpendingTier } from './spending-tier.ts';
import type { TopUpReason } from './top-up-reasons.ts';

/** The parameters of the law by name, with the type of their values. */
export interface ParameterValues {
  ${types.join('\n')}
}

/** Hash of all values and sources: two equal versions decide alike. */
export const parameterVersion = '${version}';

/** Rows by the day they begin, for the whole city and for divisions that differ. */
export const parameters: ParameterTable = ${JSON.stringify(content)};
`;
}

/** The dated parameters as code, so that policy/ and the workflows read no file. */
export const parametersFile: GeneratedFile = { path: `${FOLDER}/generated.ts`, render };
