/** Names of the household's place, as the divisions are called: 小河社区, 孟河镇, 新北区. */
export interface Places {
  readonly village: string;
  readonly town: string;
  /** The district that decides: for the six towns of 常州经济开发区 that zone. */
  readonly district: string;
}

/** Hotline 社会救助服务热线 that takes questions and complaints [L26 §60]; the number is an assumption. */
export const hotline = '12345';

/** The city-run zone is no district of its own: its desk is a bureau of social security, its superior the city. */
const isZone = (district: string): boolean => district.endsWith('开发区');

const inCity = (district: string): string =>
  district.startsWith('常州') || district.endsWith('市') ? district : `常州市${district}`;

/** The district's civil affairs authority 县级民政部门. */
export const districtOffice = ({ district }: Places): string =>
  `${inCity(district)}${isZone(district) ? '社会保障局' : '民政局'}`;

/** The town's government or the subdistrict's office 乡镇人民政府、街道办事处. */
export function townOffice({ town, district }: Places): string {
  const office = /[镇乡]$/.test(town) ? '人民政府' : town.endsWith('街道') ? '办事处' : '管理委员会';
  return `${inCity(district)}${town}${office}`;
}

export const officeAt = (level: 'town' | 'district', places: Places): string =>
  level === 'town' ? townOffice(places) : districtOffice(places);

/** Who hears an application for reconsideration 行政复议机关: the government above either office [行政复议法 §24]. */
export const reconsiderationAuthority = ({ district }: Places): string =>
  isZone(district) ? '常州市人民政府' : `${inCity(district)}人民政府`;
