// Written by scripts/generate-parameters.ts from the YAML files beside it; change those and run `npm run generate`.
import type { IncomeType } from '../eligibility/facts.ts';
import type { Ratio } from '../money.ts';
import type { PriceSubsidyGroup } from './price-subsidy-groups.ts';
import type { SinglePersonGroup } from './single-person-groups.ts';
import type { ParameterTable } from './snapshot.ts';
import type { SpendingTier } from './spending-tier.ts';
import type { TopUpReason } from './top-up-reasons.ts';

/** The parameters of the law by name, with the type of their values. */
export interface ParameterValues {
  /** 孤儿和事实无人抚养儿童保障确认权限: who decides children's allowances. Unit: authority. */
  'authority.childrensAllowances': 'town' | 'district';
  /** 低保审核确认权限: who decides dibao. Unit: authority. */
  'authority.dibao': 'town' | 'district';
  /** 刚性支出困难家庭认定权限: who decides on rigid-expenditure households. Unit: authority. */
  'authority.rigidExpenditure': 'town' | 'district';
  /** 特困人员审核确认权限: who decides full support. Unit: authority. */
  'authority.tekun': 'town' | 'district';
  /** 孤儿和事实无人抚养儿童基本生活保障标准: allowance of orphans and children without care in fact, a child and month. Unit: fen. */
  'children.standard': number;
  /** 可单独纳入低保（单人保）的对象: who may be on dibao alone. Unit: singlePersonGroups. */
  'dibaoSinglePerson.groups': readonly SinglePersonGroup[];
  /** 成年无业重度残疾人单独申请时不计兄弟姐妹和60周岁以上人员的供养: whether support by siblings and by people aged 60 or more is left out for unemployed severely disabled adults. Unit: flag. */
  'dibaoSinglePerson.leavesOutSupport': boolean;
  /** 收入是否扣减病残刚性支出: whether rigid costs of illness and disability lessen the income. Unit: flag. */
  'dibao.deductsRigidCosts': boolean;
  /** 必要就业成本扣除比例: deduction for each month worked, of the standard. Unit: percent. */
  'dibao.employmentCost': number;
  /** 低保人均金融资产限额倍数: financial assets allowed a head, in months of the standard. Unit: times. */
  'dibao.financialAssetsLimit': number;
  /** 按全额标准计发的对象: members counted at the full standard instead of the difference. Unit: topUpReasons. */
  'dibao.fullBasisFor': readonly TopUpReason[];
  /** 连续拒绝合适工作后本人份额保留比例: what is left of the share of who refused suitable work so often. Unit: percent. */
  'dibao.shareAfterRefusals': number;
  /** 低保抽查比例: share of arrivals the district spot-checks. Unit: percent. */
  'dibao.spotCheckShare': number;
  /** 最低生活保障标准: dibao standard, per person and month. Unit: fen. */
  'dibao.standard': number;
  /** 分类施保老年人年龄: age from which a member counts as old for the top-up. Unit: years. */
  'dibao.topUpElderlyFrom': number;
  /** 老年人分类施保比例: top-up for old members, of the standard. Unit: percent. */
  'dibao.topUpElderly': number;
  /** 未成年人分类施保比例: top-up for members under 18, of the standard. Unit: percent. */
  'dibao.topUpMinor': number;
  /** 重度残疾人分类施保比例: top-up for severely disabled members, of the standard. Unit: percent. */
  'dibao.topUpSeverelyDisabled': number;
  /** 重病患者分类施保比例: top-up for severely ill members, of the standard. Unit: percent. */
  'dibao.topUpSeverelyIll': number;
  /** 无正当理由连续拒绝合适工作的次数（0为无此规定）: suitable work refused so many times running lessens the share of who refused; 0 for no such rule. Unit: times. */
  'dibao.workRefusals': number;
  /** 低保边缘人均金融资产限额倍数: financial assets allowed a head, in months of the standard. Unit: times. */
  'edge.financialAssetsLimit': number;
  /** 低保边缘收入倍数: income below so many times the dibao standard. Unit: ratio. */
  'edge.multiplier': Ratio;
  /** 渐退期收入上限倍数: income below so many times the standard for a gradual exit. Unit: ratio. */
  'gradualExit.ceiling': Ratio;
  /** 脱贫攻坚期内渐退期最长月数: gradual exit of people within the poverty-alleviation period, most months. Unit: months. */
  'gradualExit.maxMonthsPovertyAlleviation': number;
  /** 渐退期最长月数: gradual exit, most months. Unit: months. */
  'gradualExit.maxMonths': number;
  /** 渐退是否以就业为前提: whether a gradual exit needs work taken up. Unit: flag. */
  'gradualExit.needsWork': boolean;
  /** 共同生活家庭成员含父母: whether parents count even when they live elsewhere. Unit: flag. */
  'household.countsParents': boolean;
  /** 居民人均可支配收入: disposable income per head of the year, in fen a year. Unit: fen. */
  'income.disposablePerHead': number;
  /** 不计入家庭收入的项目: kinds of income left out. Unit: incomeTypes. */
  'income.notCounted': readonly IncomeType[];
  /** 一级应急响应期间定额补贴: flat subsidy during the level-1 epidemic response. Unit: fen. */
  'priceSubsidy.levelOne': number;
  /** 价格临时补贴启动条件: rise of the index over a year from which the subsidy is paid. Unit: tenthsOfPercent. */
  'priceSubsidy.lowerThreshold': number;
  /** 价格临时补贴最低额: least subsidy paid where one is paid. Unit: fen. */
  'priceSubsidy.minimumPerHead': number;
  /** 按户发放价格临时补贴的对象: groups that get one subsidy a household. Unit: priceSubsidyGroups. */
  'priceSubsidy.perHousehold': readonly PriceSubsidyGroup[];
  /** 价格临时补贴占低保标准的份额: subsidy, as a part of the standard of the index month. Unit: ratio. */
  'priceSubsidy.shareOfStandard': Ratio;
  /** 价格临时补贴上浮倍数: times the subsidy from the upper threshold on. Unit: ratio. */
  'priceSubsidy.uplift': Ratio;
  /** 价格临时补贴上浮条件: rise of the index over a year from which the subsidy is half as much again. Unit: tenthsOfPercent. */
  'priceSubsidy.upperThreshold': number;
  /** 补正材料期限: an application waits for missing papers, then lapses. Unit: days. */
  'procedure.awaitingPapers': number;
  /** 疫情防控期间简化程序: procedures as in an epidemic. Unit: flag. */
  'procedure.epidemic': boolean;
  /** 儿童保障复核周期: recheck period of children's allowances. Unit: months. */
  'recheck.children': number;
  /** A类家庭复核周期: recheck period of class A. Unit: months. */
  'recheck.classA': number;
  /** B类家庭复核周期: recheck period of class B. Unit: months. */
  'recheck.classB': number;
  /** C类农村家庭复核周期: recheck period of class C, rural roll. Unit: months. */
  'recheck.classCRural': number;
  /** C类城市家庭复核周期: recheck period of class C, urban roll. Unit: months. */
  'recheck.classCUrban': number;
  /** 疫情期间复核周期延长: recheck periods longer in an epidemic by. Unit: months. */
  'recheck.epidemicExtension': number;
  /** 特困人员复核周期: recheck period of full support. Unit: months. */
  'recheck.tekun': number;
  /** 刚性支出困难家庭人均金融资产限额倍数: financial assets allowed a head, in months of the standard. Unit: times. */
  'rigid.financialAssetsLimit': number;
  /** 刚性支出占家庭总收入的比例: rigid-expenditure households: necessary spending above this share of the income. Unit: ratio. */
  'rigid.ratio': Ratio;
  /** 刚性支出困难家庭认定有效期: months a confirmation as rigid-expenditure household lasts at most. Unit: months. */
  'rigid.validity': number;
  /** 省级低保指导标准: the province's guiding standard, below which no dibao standard may lie. Unit: fen. */
  'standards.provincialFloor': number;
  /** 提标幅度目标是否必须达到: whether a raise below the target is refused. Unit: flag. */
  'standards.raiseTargetBinds': boolean;
  /** 低保标准年度提标幅度目标: raise of the dibao standard aimed at each year. Unit: percent. */
  'standards.raiseTarget': number;
  /** 暂停发放最长期限: payments held at most. Unit: months. */
  'suspension.limit': number;
  /** 照料护理标准占最低工资比例（全自理）: care standard for full self-care, of the monthly minimum wage. Unit: percent. */
  'tekun.careShareFull': number;
  /** 照料护理标准占最低工资比例（全护理）: care standard for no self-care, of the monthly minimum wage. Unit: percent. */
  'tekun.careShareNone': number;
  /** 照料护理标准占最低工资比例（半护理）: care standard for partial self-care, of the monthly minimum wage. Unit: percent. */
  'tekun.careSharePartial': number;
  /** 特困人员基本生活标准占上年度居民人均可支配收入的比例: basic living standard, at least this share of last year's disposable income per head. Unit: percent. */
  'tekun.disposableShare': number;
  /** 特困人员认定不计入收入的项目: kinds of income left out when full support is judged. Unit: incomeTypes. */
  'tekun.incomeNotCounted': readonly IncomeType[];
  /** 视为无劳动能力的智力、精神残疾最轻等级: mildest grade of intellectual or mental disability that means no ability to work. Unit: grade. */
  'tekun.intellectualMentalGrade': number;
  /** 视为无劳动能力的肢体残疾最轻等级: mildest grade of limb disability that means no ability to work. Unit: grade. */
  'tekun.limbGrade': number;
  /** 生活自理能力变化后重新评估期限: time to test self-care anew after a reported change. Unit: workingDays. */
  'tekun.selfCareReassessment': number;
  /** 特困人员抽查比例: share of arrivals the district checks for full support. Unit: percent. */
  'tekun.spotCheckShare': number;
  /** 特困人员基本生活标准与低保标准的倍数: basic living standard, at least so many dibao standards. Unit: ratio. */
  'tekun.standardMultiple': Ratio;
  /** 视为无劳动能力的视力残疾最轻等级（0为无）: mildest grade of visual disability that means no ability to work; 0 for none. Unit: grade. */
  'tekun.visualGrade': number;
  /** 支出型救助办理时限: time to decide temporary assistance on the ordinary steps. Unit: workingDays. */
  'temporaryAssistance.decisionLimit': number;
  /** 小额快救办理时限（日）: calendar days in which quick aid is given. Unit: days. */
  'temporaryAssistance.emergencyDays': number;
  /** 急难型救助办理时限（小时）: hours in which an emergency is helped, before the opinions of 2026. Unit: hours. */
  'temporaryAssistance.emergencyHours': number;
  /** 急难型救助第一档倍数: emergency of tier 1 (some): so many standards for each person it struck. Unit: times. */
  'temporaryAssistance.emergencyTier1': number;
  /** 急难型救助第二档倍数: emergency of tier 2 (serious): so many standards for each person it struck. Unit: times. */
  'temporaryAssistance.emergencyTier2': number;
  /** 急难型救助第三档倍数: emergency of tier 3 (very serious): so many standards for each person it struck. Unit: times. */
  'temporaryAssistance.emergencyTier3': number;
  /** 支出型救助档次: spending as a share of the yearly income, and how many standards a member it brings. Unit: spendingTiers. */
  'temporaryAssistance.expenditureTiers': readonly SpendingTier[];
  /** 备用金补充提示线: share of the reserve fund below which it is to be filled up. Unit: percent. */
  'temporaryAssistance.fundAlert': number;
  /** 临时救助备用金额度: a town's reserve fund for temporary assistance. Unit: fen. */
  'temporaryAssistance.fundFloat': number;
  /** 非本地户籍人员居住和参保月数: months of residence and of social insurance asked of people registered elsewhere. Unit: months. */
  'temporaryAssistance.localMonths': number;
  /** 支出型救助公示天数: posting before temporary assistance on the ordinary steps is decided. Unit: days. */
  'temporaryAssistance.posting': number;
  /** 小额快救封顶倍数: quick aid, at most so many months of the standard for a case. Unit: times. */
  'temporaryAssistance.quickAidCap': number;
  /** 先行救助补办手续时限: time to complete record and signatures once an emergency is over. Unit: workingDays. */
  'temporaryAssistance.recordLimit': number;
  /** 乡镇（街道）临时救助审批限额倍数: what the town decides by itself, in months of the standard. Unit: times. */
  'temporaryAssistance.townApprovalLimit': number;
  /** 临时救助年度封顶倍数: temporary assistance of a calendar year, at most so many standards a member. Unit: times. */
  'temporaryAssistance.yearlyCap': number;
  /** 核对结果异议期限: time to contest a report. Unit: days. */
  'verification.contestLimit': number;
  /** 存疑处理期限: time to clear a doubt. Unit: workingDays. */
  'verification.doubtLimit': number;
  /** 核对报告有效期: a verification report may be relied on, its first day included. Unit: days. */
  'verification.reportValidity': number;
  /** 月最低工资标准（一类地区）: monthly minimum wage, areas of class 1. Unit: fen. */
  'wages.minimum': number;
}

/** Hash of all values and sources: two equal versions decide alike. */
export const parameterVersion = 'd9f1b087dc30';

/** Rows by the day they begin, for the whole city and for divisions that differ. */
export const parameters: ParameterTable = {
  'authority.childrensAllowances': {
    unit: 'authority',
    values: [{ from: '2012-12-12', value: 'district', source: '民发〔2019〕62号 二' }],
    divisions: {},
  },
  'authority.dibao': {
    unit: 'authority',
    values: [{ from: '2012-12-12', value: 'district', source: '民发〔2012〕220号 §26' }],
    divisions: {
      '320402109': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕57号 §2; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320404116': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕57号 §2; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320411101': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕57号 §2; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320412105': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕57号 §2; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320412120': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕57号 §2; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320413109': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕57号 §2; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320481114': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕57号 §2; pilot town of the demonstration',
          assumption: true,
        },
      ],
    },
  },
  'authority.rigidExpenditure': {
    unit: 'authority',
    values: [{ from: '2025-01-01', value: 'district', source: '刚性支出困难家庭认定办法 §8' }],
    divisions: {},
  },
  'authority.tekun': {
    unit: 'authority',
    values: [{ from: '2012-12-12', value: 'district', source: '民发〔2016〕178号; 民发〔2021〕43号 §16' }],
    divisions: {
      '320402109': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕43号 §28; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320404116': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕43号 §28; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320411101': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕43号 §28; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320412105': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕43号 §28; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320412120': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕43号 §28; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320413109': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕43号 §28; pilot town of the demonstration',
          assumption: true,
        },
      ],
      '320481114': [
        {
          from: '2021-07-01',
          value: 'town',
          source: '民发〔2021〕43号 §28; pilot town of the demonstration',
          assumption: true,
        },
      ],
    },
  },
  'children.standard': {
    unit: 'fen',
    values: [
      { from: '2012-12-12', value: 200000, source: 'demonstration value of a local standard', assumption: true },
    ],
    divisions: {},
  },
  'dibaoSinglePerson.groups': {
    unit: 'singlePersonGroups',
    values: [
      { from: '2012-12-12', value: ['clergy', 'registeredAlone'], source: '民发〔2012〕220号 §10' },
      {
        from: '2020-03-16',
        value: ['clergy', 'registeredAlone', 'edgeSevere'],
        source: '民发〔2012〕220号 §10; 常民救〔2020〕3号 一3',
      },
      { from: '2021-07-01', value: ['clergy', 'edgeSevere', 'edgeGradeThree'], source: '民发〔2021〕57号 §8' },
      {
        from: '2022-10-20',
        value: ['clergy', 'edgeSevere', 'edgeGradeThree', 'unemployed'],
        source: '民发〔2021〕57号 §8; 民发〔2022〕83号 一(一)',
      },
    ],
    divisions: {},
  },
  'dibaoSinglePerson.leavesOutSupport': {
    unit: 'flag',
    values: [
      { from: '2012-12-12', value: false, source: '民发〔2012〕220号 §10 and 民发〔2021〕57号 §8 leave nothing out' },
      { from: '2022-10-20', value: true, source: '民发〔2022〕83号 一(一) allows it', assumption: true },
    ],
    divisions: {},
  },
  'dibao.deductsRigidCosts': {
    unit: 'flag',
    values: [{ from: '2012-12-12', value: false, source: '民发〔2021〕57号 §13 allows it and does not ask for it' }],
    divisions: {},
  },
  'dibao.employmentCost': {
    unit: 'percent',
    values: [{ from: '2012-12-12', value: 30, source: '苏州市民政局 2020-06', assumption: true }],
    divisions: {},
  },
  'dibao.financialAssetsLimit': {
    unit: 'times',
    values: [{ from: '2012-12-12', value: 24, source: 'local rule', assumption: true }],
    divisions: {},
  },
  'dibao.fullBasisFor': {
    unit: 'topUpReasons',
    values: [
      { from: '2012-12-12', value: [], source: 'practised by neighbouring cities (苏州市民政局 2020-06) but not here' },
    ],
    divisions: {},
  },
  'dibao.shareAfterRefusals': {
    unit: 'percent',
    values: [
      {
        from: '2021-07-01',
        value: 0,
        source: '民发〔2021〕57号 §34: reduced or stopped; that it is stopped',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'dibao.spotCheckShare': {
    unit: 'percent',
    values: [
      { from: '2012-12-12', value: 30, source: '民发〔2012〕220号 §26' },
      { from: '2021-07-01', value: 0, source: '民发〔2021〕57号 names none; a place may set its own' },
    ],
    divisions: {},
  },
  'dibao.standard': {
    unit: 'fen',
    values: [
      { from: '2019-07-01', value: 85000, source: '常州市发改委 2020-02-21; press 2019-09-17' },
      {
        from: '2020-07-01',
        value: 90000,
        source: 'not confirmed; at least 893 yuan by 常民救〔2020〕3号 一1',
        assumption: true,
      },
      { from: '2021-07-01', value: 94500, source: 'demonstration value', assumption: true },
      { from: '2022-07-01', value: 99500, source: 'demonstration value', assumption: true },
      { from: '2023-07-01', value: 104500, source: 'demonstration value', assumption: true },
      { from: '2024-07-01', value: 110000, source: 'demonstration value', assumption: true },
      { from: '2025-07-01', value: 115500, source: 'demonstration value', assumption: true },
      { from: '2026-07-01', value: 121500, source: 'demonstration value', assumption: true },
    ],
    divisions: {},
  },
  'dibao.topUpElderlyFrom': {
    unit: 'years',
    values: [{ from: '2012-12-12', value: 70, source: 'local rule', assumption: true }],
    divisions: {},
  },
  'dibao.topUpElderly': {
    unit: 'percent',
    values: [
      {
        from: '2012-12-12',
        value: 10,
        source: 'duty 社会救助暂行办法 §12, 社会救助法 §20; rate local',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'dibao.topUpMinor': {
    unit: 'percent',
    values: [
      {
        from: '2012-12-12',
        value: 10,
        source: 'duty 社会救助暂行办法 §12, 社会救助法 §20; rate local',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'dibao.topUpSeverelyDisabled': {
    unit: 'percent',
    values: [
      {
        from: '2012-12-12',
        value: 20,
        source: 'duty 社会救助暂行办法 §12, 社会救助法 §20; rate local',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'dibao.topUpSeverelyIll': {
    unit: 'percent',
    values: [
      {
        from: '2012-12-12',
        value: 20,
        source: 'duty 社会救助暂行办法 §12, 社会救助法 §20; rate local',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'dibao.workRefusals': {
    unit: 'times',
    values: [
      { from: '2012-12-12', value: 0, source: '民发〔2012〕220号 names no number' },
      { from: '2021-07-01', value: 3, source: '民发〔2021〕57号 §34' },
    ],
    divisions: {},
  },
  'edge.financialAssetsLimit': {
    unit: 'times',
    values: [{ from: '2012-12-12', value: 36, source: 'local rule', assumption: true }],
    divisions: {},
  },
  'edge.multiplier': {
    unit: 'ratio',
    values: [
      { from: '2012-12-12', value: { num: 3, den: 2 }, source: 'local list before 2021', assumption: true },
      {
        from: '2021-07-01',
        value: { num: 3, den: 2 },
        source: '民发〔2021〕57号 §8; 民发〔2022〕83号 一(四); 社会救助法 §21',
      },
    ],
    divisions: {},
  },
  'gradualExit.ceiling': {
    unit: 'ratio',
    values: [{ from: '2012-12-12', value: { num: 3, den: 2 }, source: 'local rule', assumption: true }],
    divisions: {},
  },
  'gradualExit.maxMonthsPovertyAlleviation': {
    unit: 'months',
    values: [
      { from: '2012-12-12', value: 0, source: 'none before the 2020 work points', assumption: true },
      { from: '2020-03-16', value: 24, source: '常民救〔2020〕3号 一3' },
      { from: '2021-07-01', value: 6, source: '民发〔2021〕57号 §33 says a certain time', assumption: true },
      { from: '2022-10-20', value: 6, source: '民发〔2022〕83号 一(三)' },
    ],
    divisions: {},
  },
  'gradualExit.maxMonths': {
    unit: 'months',
    values: [
      { from: '2012-12-12', value: 0, source: 'none outside the poverty-alleviation period', assumption: true },
      { from: '2021-07-01', value: 6, source: '民发〔2021〕57号 §33 says a certain time', assumption: true },
      { from: '2022-10-20', value: 6, source: '民发〔2022〕83号 一(三)' },
    ],
    divisions: {},
  },
  'gradualExit.needsWork': {
    unit: 'flag',
    values: [
      { from: '2012-12-12', value: false, source: '常民救〔2020〕3号 一3 names no such condition' },
      { from: '2021-07-01', value: true, source: '民发〔2021〕57号 §33' },
    ],
    divisions: {},
  },
  'household.countsParents': {
    unit: 'flag',
    values: [
      { from: '2012-12-12', value: true, source: '民发〔2012〕220号 §5' },
      { from: '2021-07-01', value: false, source: '民发〔2021〕57号 §7' },
    ],
    divisions: {},
  },
  'income.disposablePerHead': {
    unit: 'fen',
    values: [
      {
        from: '2018-01-01',
        value: 4593300,
        to: '2018-12-31',
        source: 'derived from the figure of 2019 and its rise',
        assumption: true,
      },
      {
        from: '2019-01-01',
        value: 4983800,
        to: '2019-12-31',
        source: 'published by the city for 2020 with its rise; derived from both',
      },
      { from: '2020-01-01', value: 5208000, to: '2020-12-31', source: 'published by the city' },
      { from: '2021-01-01', value: 5600000, to: '2021-12-31', source: 'demonstration value', assumption: true },
      { from: '2022-01-01', value: 5900000, to: '2022-12-31', source: 'demonstration value', assumption: true },
      { from: '2023-01-01', value: 6200000, to: '2023-12-31', source: 'demonstration value', assumption: true },
      { from: '2024-01-01', value: 6500000, to: '2024-12-31', source: 'demonstration value', assumption: true },
      { from: '2025-01-01', value: 6800000, to: '2025-12-31', source: 'demonstration value', assumption: true },
    ],
    divisions: {},
  },
  'income.notCounted': {
    unit: 'incomeTypes',
    values: [
      {
        from: '2012-12-12',
        value: [
          'preferentialPension',
          'stateDisabilityPension',
          'familyPlanningAward',
          'scholarship',
          'braveryAward',
          'socialAssistance',
          'childrensAllowance',
          'disabilityAllowance',
        ],
        source: '民发〔2012〕220号, the kinds as in 民发〔2021〕57号 §13; 国发〔2015〕52号',
      },
      {
        from: '2021-07-01',
        value: [
          'preferentialPension',
          'stateDisabilityPension',
          'familyPlanningAward',
          'scholarship',
          'braveryAward',
          'socialAssistance',
          'childrensAllowance',
          'disabilityAllowance',
          'centralBasicPension',
        ],
        source: '民发〔2021〕57号 §13; the central basic pension for the 十四五 period',
      },
      {
        from: '2026-01-01',
        value: [
          'preferentialPension',
          'stateDisabilityPension',
          'familyPlanningAward',
          'scholarship',
          'braveryAward',
          'socialAssistance',
          'childrensAllowance',
          'disabilityAllowance',
          'centralBasicPension',
        ],
        source: '民发〔2021〕57号 §13, the central basic pension continued after the 十四五 period',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'priceSubsidy.levelOne': {
    unit: 'fen',
    values: [
      {
        from: '2020-01-01',
        value: 13000,
        to: '2020-12-31',
        source: '常州市发改委 2020-02-21, for the response of early 2020',
      },
    ],
    divisions: {},
  },
  'priceSubsidy.lowerThreshold': {
    unit: 'tenthsOfPercent',
    values: [{ from: '2019-07-01', value: 30, source: '常州市发改委 2019-12-26, 2020-02-21' }],
    divisions: {},
  },
  'priceSubsidy.minimumPerHead': {
    unit: 'fen',
    values: [{ from: '2019-07-01', value: 0, source: 'none is known', assumption: true }],
    divisions: {},
  },
  'priceSubsidy.perHousehold': {
    unit: 'priceSubsidyGroups',
    values: [
      {
        from: '2019-07-01',
        value: ['dibaoEdge', 'hardshipWorker'],
        source: '常州市发改委 says 人(户) without naming them',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'priceSubsidy.shareOfStandard': {
    unit: 'ratio',
    values: [{ from: '2019-07-01', value: { num: 1, den: 12 }, source: '常州市发改委 2019-12-26, 2020-02-21' }],
    divisions: {},
  },
  'priceSubsidy.uplift': {
    unit: 'ratio',
    values: [{ from: '2019-07-01', value: { num: 3, den: 2 }, source: '常州市发改委 2019-12-26, 2020-02-21' }],
    divisions: {},
  },
  'priceSubsidy.upperThreshold': {
    unit: 'tenthsOfPercent',
    values: [
      {
        from: '2019-07-01',
        value: 50,
        source: '常州市发改委 2019-12-26, 2020-02-21; exactly 5.0% is not confirmed',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'procedure.awaitingPapers': {
    unit: 'days',
    values: [{ from: '2012-12-12', value: 30, source: 'local practice', assumption: true }],
    divisions: {},
  },
  'procedure.epidemic': {
    unit: 'flag',
    values: [
      { from: '2012-12-12', value: false, source: '常民救〔2020〕3号 一5' },
      {
        from: '2020-01-25',
        value: true,
        source: '常民救〔2020〕3号 一5; days of the level-1 response',
        assumption: true,
      },
      {
        from: '2020-02-24',
        value: false,
        source: '常民救〔2020〕3号 一5; days of the level-1 response',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'recheck.children': {
    unit: 'months',
    values: [{ from: '2012-12-12', value: 12, source: '民发〔2019〕62号; length', assumption: true }],
    divisions: {},
  },
  'recheck.classA': {
    unit: 'months',
    values: [
      { from: '2012-12-12', value: 12, source: '民发〔2012〕220号 §33' },
      { from: '2021-07-01', value: 12, source: '民发〔2021〕57号 §31' },
    ],
    divisions: {},
  },
  'recheck.classB': {
    unit: 'months',
    values: [
      { from: '2012-12-12', value: 6, source: '民发〔2012〕220号 §33' },
      { from: '2021-07-01', value: 12, source: '民发〔2021〕57号 §31' },
    ],
    divisions: {},
  },
  'recheck.classCRural': {
    unit: 'months',
    values: [
      { from: '2012-12-12', value: 3, source: '民发〔2012〕220号 §33' },
      { from: '2021-07-01', value: 6, source: '民发〔2021〕57号 §31' },
    ],
    divisions: {},
  },
  'recheck.classCUrban': {
    unit: 'months',
    values: [
      { from: '2012-12-12', value: 1, source: '民发〔2012〕220号 §33' },
      { from: '2021-07-01', value: 6, source: '民发〔2021〕57号 §31' },
    ],
    divisions: {},
  },
  'recheck.epidemicExtension': {
    unit: 'months',
    values: [
      { from: '2012-12-12', value: 3, source: '常民救〔2020〕3号 一5, 民发〔2021〕57号 §31; length', assumption: true },
    ],
    divisions: {},
  },
  'recheck.tekun': {
    unit: 'months',
    values: [{ from: '2012-12-12', value: 12, source: '中办国办改革完善社会救助制度的意见 7' }],
    divisions: {},
  },
  'rigid.financialAssetsLimit': {
    unit: 'times',
    values: [
      {
        from: '2012-12-12',
        value: 48,
        source: 'local rule; before 2025 for temporary assistance of the expenditure type only',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'rigid.ratio': {
    unit: 'ratio',
    values: [
      {
        from: '2025-01-01',
        value: { num: 3, den: 5 },
        source: '刚性支出困难家庭认定办法 §4 leaves the share to the place',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'rigid.validity': {
    unit: 'months',
    values: [{ from: '2025-01-01', value: 12, source: '刚性支出困难家庭认定办法 §10' }],
    divisions: {},
  },
  'standards.provincialFloor': { unit: 'fen', values: [], divisions: {} },
  'standards.raiseTargetBinds': {
    unit: 'flag',
    values: [
      { from: '2012-12-12', value: false, source: 'no binding target is known' },
      { from: '2020-01-01', value: true, source: '常民救〔2020〕3号 一1' },
      { from: '2021-01-01', value: false, source: 'no binding target is known' },
    ],
    divisions: {},
  },
  'standards.raiseTarget': {
    unit: 'percent',
    values: [{ from: '2012-12-12', value: 5, source: '常民救〔2020〕3号 一1, in other years to compare with' }],
    divisions: {},
  },
  'suspension.limit': {
    unit: 'months',
    values: [{ from: '2012-12-12', value: 2, source: 'local practice', assumption: true }],
    divisions: {},
  },
  'tekun.careShareFull': {
    unit: 'percent',
    values: [
      {
        from: '2012-12-12',
        value: 10,
        source: '国发〔2016〕14号 names three tiers; their rates are local',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'tekun.careShareNone': {
    unit: 'percent',
    values: [
      {
        from: '2012-12-12',
        value: 40,
        source: '国发〔2016〕14号 names three tiers; their rates are local',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'tekun.careSharePartial': {
    unit: 'percent',
    values: [
      {
        from: '2012-12-12',
        value: 20,
        source: '国发〔2016〕14号 names three tiers; their rates are local',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'tekun.disposableShare': {
    unit: 'percent',
    values: [{ from: '2012-12-12', value: 40, source: '常民救〔2020〕3号 一1' }],
    divisions: {},
  },
  'tekun.incomeNotCounted': {
    unit: 'incomeTypes',
    values: [
      {
        from: '2012-12-12',
        value: [
          'centralBasicPension',
          'medicalInsurance',
          'preferentialPension',
          'stateDisabilityPension',
          'oldAgeAllowance',
          'socialAssistance',
          'childrensAllowance',
          'disabilityAllowance',
        ],
        source:
          '民发〔2016〕178号 as 民发〔2021〕43号 §6; assistance and disability allowances are no income: 国发〔2015〕52号',
      },
      {
        from: '2021-07-01',
        value: [
          'centralBasicPension',
          'medicalInsurance',
          'preferentialPension',
          'stateDisabilityPension',
          'oldAgeAllowance',
          'socialAssistance',
          'childrensAllowance',
          'disabilityAllowance',
        ],
        source: '民发〔2021〕43号 §6; assistance and disability allowances are no income: 国发〔2015〕52号',
      },
    ],
    divisions: {},
  },
  'tekun.intellectualMentalGrade': {
    unit: 'grade',
    values: [
      { from: '2012-12-12', value: 2, source: '民发〔2016〕178号' },
      { from: '2021-07-01', value: 3, source: '民发〔2021〕43号 §5' },
    ],
    divisions: {},
  },
  'tekun.limbGrade': {
    unit: 'grade',
    values: [
      { from: '2012-12-12', value: 1, source: '民发〔2016〕178号' },
      { from: '2021-07-01', value: 2, source: '民发〔2021〕43号 §5' },
    ],
    divisions: {},
  },
  'tekun.selfCareReassessment': {
    unit: 'workingDays',
    values: [
      { from: '2012-12-12', value: 10, source: '民发〔2016〕178号' },
      { from: '2021-07-01', value: 10, source: '民发〔2021〕43号 §23' },
    ],
    divisions: {},
  },
  'tekun.spotCheckShare': {
    unit: 'percent',
    values: [
      { from: '2012-12-12', value: 30, source: '民发〔2016〕178号', assumption: true },
      { from: '2021-07-01', value: 30, source: '民发〔2021〕43号 §16' },
    ],
    divisions: {},
  },
  'tekun.standardMultiple': {
    unit: 'ratio',
    values: [{ from: '2012-12-12', value: { num: 13, den: 10 }, source: '国发〔2016〕14号; 常民救〔2020〕3号 一1' }],
    divisions: {},
  },
  'tekun.visualGrade': {
    unit: 'grade',
    values: [
      { from: '2012-12-12', value: 0, source: '民发〔2016〕178号' },
      { from: '2021-07-01', value: 1, source: '民发〔2021〕43号 §5' },
    ],
    divisions: {},
  },
  'temporaryAssistance.decisionLimit': {
    unit: 'workingDays',
    values: [{ from: '2012-12-12', value: 20, source: 'local practice', assumption: true }],
    divisions: {},
  },
  'temporaryAssistance.emergencyDays': {
    unit: 'days',
    values: [
      {
        from: '2026-01-29',
        value: 3,
        source: '民政部、财政部2026-01意见; its day of effect is that of the press',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'temporaryAssistance.emergencyHours': {
    unit: 'hours',
    values: [{ from: '2012-12-12', value: 24, to: '2026-01-28', source: 'local practice', assumption: true }],
    divisions: {},
  },
  'temporaryAssistance.emergencyTier1': {
    unit: 'times',
    values: [{ from: '2012-12-12', value: 1, source: 'local tiers are not known', assumption: true }],
    divisions: {},
  },
  'temporaryAssistance.emergencyTier2': {
    unit: 'times',
    values: [{ from: '2012-12-12', value: 2, source: 'local tiers are not known', assumption: true }],
    divisions: {},
  },
  'temporaryAssistance.emergencyTier3': {
    unit: 'times',
    values: [{ from: '2012-12-12', value: 3, source: 'local tiers are not known', assumption: true }],
    divisions: {},
  },
  'temporaryAssistance.expenditureTiers': {
    unit: 'spendingTiers',
    values: [
      {
        from: '2012-12-12',
        value: [
          { from: { num: 1, den: 2 }, times: 2 },
          { from: { num: 1, den: 1 }, times: 4 },
          { from: { num: 2, den: 1 }, times: 6 },
        ],
        source: 'local tiers are not known',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'temporaryAssistance.fundAlert': {
    unit: 'percent',
    values: [{ from: '2012-12-12', value: 30, source: 'local rule', assumption: true }],
    divisions: {},
  },
  'temporaryAssistance.fundFloat': {
    unit: 'fen',
    values: [{ from: '2012-12-12', value: 5000000, source: 'local rule', assumption: true }],
    divisions: {},
  },
  'temporaryAssistance.localMonths': {
    unit: 'months',
    values: [
      { from: '2012-12-12', value: 6, source: '常州市民政局 2024-03-21; Xinhua 2025-01-26' },
      { from: '2026-07-01', value: 0, source: '社会救助法 §37 as read' },
    ],
    divisions: {},
  },
  'temporaryAssistance.posting': {
    unit: 'days',
    values: [
      { from: '2012-12-12', value: 7, source: '社会救助暂行办法 §48; its length is not said', assumption: true },
      {
        from: '2026-01-29',
        value: 7,
        source: '民政部、财政部2026-01意见 二(二); its length is not said',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'temporaryAssistance.quickAidCap': {
    unit: 'times',
    values: [
      {
        from: '2026-01-29',
        value: 1,
        source: '民政部、财政部2026-01意见; that it is meant per case and its day of effect are not confirmed',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'temporaryAssistance.recordLimit': {
    unit: 'workingDays',
    values: [
      { from: '2012-12-12', value: 10, source: '民发〔2018〕23号 二(二); its length is not said', assumption: true },
    ],
    divisions: {},
  },
  'temporaryAssistance.townApprovalLimit': {
    unit: 'times',
    values: [
      {
        from: '2012-12-12',
        value: 3,
        source: '社会救助暂行办法 §48, 民发〔2018〕23号 二(二); the sum is local',
        assumption: true,
      },
    ],
    divisions: {},
  },
  'temporaryAssistance.yearlyCap': {
    unit: 'times',
    values: [{ from: '2012-12-12', value: 12, source: 'local rule', assumption: true }],
    divisions: {},
  },
  'verification.contestLimit': {
    unit: 'days',
    values: [{ from: '2012-12-12', value: 5, source: 'practice of a Jiangsu city about 2022' }],
    divisions: {},
  },
  'verification.doubtLimit': {
    unit: 'workingDays',
    values: [{ from: '2012-12-12', value: 10, source: 'local practice', assumption: true }],
    divisions: {},
  },
  'verification.reportValidity': {
    unit: 'days',
    values: [{ from: '2012-12-12', value: 90, source: 'local practice', assumption: true }],
    divisions: {},
  },
  'wages.minimum': {
    unit: 'fen',
    values: [
      { from: '2018-08-01', value: 202000, source: 'minimum wage of Jiangsu from 2018-08-01', assumption: true },
      { from: '2021-08-01', value: 228000, source: 'minimum wage of Jiangsu from 2021-08-01', assumption: true },
      { from: '2024-01-01', value: 249000, source: 'minimum wage of Jiangsu from 2024-01-01', assumption: true },
    ],
    divisions: {},
  },
};
