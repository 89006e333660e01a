import { parameters } from '../../policy/parameters/generated.ts';

interface Row {
  readonly from: string;
  readonly source: string;
  readonly assumption?: true;
}
interface Rows {
  readonly values: readonly Row[];
  readonly divisions: Readonly<Record<string, readonly Row[]>>;
}

/** Every row by `name day`, those of divisions too. */
const rows = Object.entries<Rows>(parameters).flatMap(([name, { values, divisions }]) =>
  [values, ...Object.values(divisions)].flat().map((row) => ({ ...row, key: `${name} ${row.from}` })),
);

/** Where policy.md says [assumption], section by section, and which rows rest on it. */
const assumedThere = {
  '2': ['temporaryAssistance.emergencyDays 2026-01-29', 'temporaryAssistance.quickAidCap 2026-01-29'],
  '3.1': ['edge.multiplier 2012-12-12', 'rigid.ratio 2025-01-01'],
  '3.2': [
    'dibaoSinglePerson.leavesOutSupport 2022-10-20',
    'dibao.topUpElderly 2012-12-12',
    'dibao.topUpElderlyFrom 2012-12-12',
    'dibao.topUpMinor 2012-12-12',
    'dibao.topUpSeverelyDisabled 2012-12-12',
    'dibao.topUpSeverelyIll 2012-12-12',
  ],
  '3.3': [
    'tekun.careShareFull 2012-12-12',
    'tekun.careSharePartial 2012-12-12',
    'tekun.careShareNone 2012-12-12',
    'wages.minimum 2018-08-01',
    'wages.minimum 2021-08-01',
    'wages.minimum 2024-01-01',
  ],
  '3.5': [
    'temporaryAssistance.decisionLimit 2012-12-12',
    'temporaryAssistance.emergencyHours 2012-12-12',
    'temporaryAssistance.emergencyTier1 2012-12-12',
    'temporaryAssistance.emergencyTier2 2012-12-12',
    'temporaryAssistance.emergencyTier3 2012-12-12',
    'temporaryAssistance.expenditureTiers 2012-12-12',
    'temporaryAssistance.fundAlert 2012-12-12',
    'temporaryAssistance.fundFloat 2012-12-12',
    'temporaryAssistance.posting 2012-12-12',
    'temporaryAssistance.posting 2026-01-29',
    'temporaryAssistance.recordLimit 2012-12-12',
    'temporaryAssistance.townApprovalLimit 2012-12-12',
    'temporaryAssistance.yearlyCap 2012-12-12',
  ],
  '3.6': ['children.standard 2012-12-12'],
  '3.7': [
    'priceSubsidy.minimumPerHead 2019-07-01',
    'priceSubsidy.perHousehold 2019-07-01',
    'priceSubsidy.upperThreshold 2019-07-01',
  ],
  '3.8': [2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => `dibao.standard ${year}-07-01`),
  '4': [
    'dibao.employmentCost 2012-12-12',
    'dibao.financialAssetsLimit 2012-12-12',
    'edge.financialAssetsLimit 2012-12-12',
    'rigid.financialAssetsLimit 2012-12-12',
    'income.notCounted 2026-01-01',
  ],
  '5.2, 5.3': ['procedure.awaitingPapers 2012-12-12', 'tekun.spotCheckShare 2012-12-12'],
  '5.4': ['authority.dibao 2021-07-01', 'authority.tekun 2021-07-01'],
  '6': [
    'gradualExit.ceiling 2012-12-12',
    'gradualExit.maxMonths 2012-12-12',
    'gradualExit.maxMonths 2021-07-01',
    'gradualExit.maxMonthsPovertyAlleviation 2012-12-12',
    'gradualExit.maxMonthsPovertyAlleviation 2021-07-01',
    'suspension.limit 2012-12-12',
  ],
  '7': ['verification.doubtLimit 2012-12-12', 'verification.reportValidity 2012-12-12'],
};

/** Values that policy.md does not give at all and that the demonstration cannot do without. */
const notThere = [
  'dibao.shareAfterRefusals 2021-07-01',
  ...[2018, 2021, 2022, 2023, 2024, 2025].map((year) => `income.disposablePerHead ${year}-01-01`),
  'procedure.epidemic 2020-01-25',
  'procedure.epidemic 2020-02-24',
  'recheck.children 2012-12-12',
  'recheck.epidemicExtension 2012-12-12',
];

/** Regulations by number or name, notices of the city with their day, and figures published. */
const knownSource =
  /〔\d{4}〕\d+号|社会救助(暂行办法|法) §|刚性支出困难家庭认定办法 §|改革完善社会救助制度的意见|常州市(发改委|民政局) \d{4}|苏州市民政局 \d{4}|published by the city|practice of a Jiangsu city|no binding target is known/;

describe('the source of each parameter', () => {
  it('is an assumption exactly where the reference of the law says so, or gives no value at all', () => {
    const assumed = new Set(rows.filter(({ assumption }) => assumption).map(({ key }) => key));
    expect([...assumed].sort()).toEqual([...Object.values(assumedThere).flat(), ...notThere].sort());
  });

  it('is a regulation, a notice or a published figure for everything else', () => {
    const unknown = rows.filter(({ assumption, source }) => assumption === undefined && !knownSource.test(source));
    expect(unknown.map(({ key, source }) => `${key}: ${source}`)).toEqual([]);
  });
});
