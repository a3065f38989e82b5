/** One practice and month in an extract of the 2018 layout; fields that are not given have no row. */
export interface LongPractice {
  date?: string;
  code?: string;
  name?: string;
  ccg?: string;
  region?: string;
  supplier?: string;
  fields?: Record<string, string | number>;
}

const longHeader =
  'report_period_end,region_code,region_name,subregion_code,subregion_name,ccg_code,ccg_name,practice_code,practice_name,system_supplier,field,value';

/** An extract of the 2018 layout; the default practice is A81001 of CCG 00K in April 2018. */
export function longExtract(practices: LongPractice[]): string {
  const lines = practices.flatMap(
    ({
      date = '30APR2018',
      code = 'A81001',
      name = `SURGERY ${code}`,
      ccg = '00K',
      region = 'Y54,NORTH',
      supplier = 'EMIS',
      fields = { patient_list_size: 1000 },
    }) =>
      Object.entries(fields).map(
        ([field, value]) =>
          `${date},${region},Q74,NORTH EAST,${ccg},"NHS ${ccg}, CCG",${code},${name},${supplier},${field},${value}`,
      ),
  );
  return `${[longHeader, ...lines].join('\r\n')}\r\n`;
}

/** One practice and month in a wide extract of 2015. */
export interface WidePractice {
  end?: string;
  code?: string;
  name?: string;
  ccg?: string;
  supplier?: string;
  registered?: string | number;
  status?: string;
  enabled?: string | number;
  accessed?: string | number;
}

const wideHeader =
  'PeriodStart,PeriodEnd,Period,CommissioningRegionCode,CommissioningRegionName,RegionGeographyCode,RegionGeographyName,CCGCode,CCGName,GPPracticeCode,GPPracticeName,Supplier,NoPatients,SystemEnabled,PatientsEnabled,PatientsUsed';

/** An extract of the 2015 layout; the default practice is A81001 of CCG 00K in April 2015. */
export function wideExtract(practices: WidePractice[]): string {
  const lines = practices.map(
    ({
      end = '30/04/2015',
      code = 'A81001',
      name = `SURGERY ${code}`,
      ccg = '00K',
      supplier = 'EMIS',
      registered = 1000,
      status = 'System Functionality Enabled by Practice',
      enabled = 100,
      accessed = 10,
    }) =>
      `01${end.slice(2)},${end},M1,Y54,NORTH,Q74,NORTH EAST,${ccg},NHS ${ccg},${code},${name},${supplier},${registered},${status},${enabled},${accessed}`,
  );
  return `${[wideHeader, ...lines].join('\r\n')}\r\n`;
}

/** All thirteen fields of a practice in the long layouts. */
export const allFields = (registered: number, enabled: number): Record<string, number> => ({
  patient_list_size: registered,
  Total_Pat_Enbld: enabled,
  New_Pat_Enbld: 3,
  Total_Use: 70,
  Pat_Appts_Enbld: enabled - 1,
  Pat_Appts_Use: 20,
  Pat_Presc_Enbld: enabled - 2,
  Pat_Presc_Use: 30,
  Pat_DetCodeRec_Enbld: enabled - 3,
  Pat_DetCodeRec_Use: 10,
  Sys_Appts_Enbld: 2,
  Sys_Presc_Enbld: 1,
  Sys_DetCodeRec_Enbld: 2,
});
