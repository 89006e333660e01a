/** A village where the demo has staff, with its town and the district that decides there. */
export interface Place {
  readonly village: string;
  readonly town: string;
  readonly district: string;
}

/** 孟河镇孟城社区: to 孟河镇 新北区 has delegated decisions from 2021 on. */
export const mengheTown: Place = { village: '320411101004', town: '320411101', district: '320411' };

/** Ids of the demo staff who handle a case of this place, by what they do. */
export const staffOf = ({ village, town, district }: Place) => ({
  worker: `villageWorker-${village}-1`,
  clerk: `townClerk-${town}-1`,
  surveyor: `townClerk-${town}-2`,
  writer: `townClerk-${town}-3`,
  approver: `townApprover-${town}-1`,
  otherApprover: `townApprover-${town}-2`,
  officer: `districtOfficer-${district}-1`,
  otherOfficer: `districtOfficer-${district}-2`,
  districtApprover: `districtApprover-${district}-1`,
  centre: `verificationCentre-${district}-1`,
  finance: `financeOfficer-${district}-1`,
  bank: 'bank-320400-1',
  cityBureau: 'cityBureau-320400-1',
  administrator: 'administrator-320400-1',
});

export type StaffOfPlace = ReturnType<typeof staffOf>;
