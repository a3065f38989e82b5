/** A practice in a lookup; places that are not given are those of the first. */
export interface LookedUp {
  code: string;
  postcode?: string;
  pcn?: string;
  ccg?: string;
  stp?: string;
  region?: string;
  date?: string;
}

const lookupHeader =
  'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_CCG_CODE,CCG_CODE,CCG_NAME,ONS_STP_CODE,STP_CODE,STP_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME';

/** A practice lookup in the published layout. */
export const lookupFile = (practices: LookedUp[], header = lookupHeader): string =>
  `${[
    header,
    ...practices.map(
      ({
        code,
        postcode = 'TS18 1HU',
        pcn = 'U11111',
        ccg = '16C',
        stp = 'QHM',
        region = 'Y63',
        date = '01Jan2022',
      }) =>
        `GP,${date},${code},SURGERY ${code},${postcode},${pcn},PCN ${pcn},E38 ${ccg},${ccg},CCG ${ccg},E54 ${stp},${stp},STP ${stp},E40 ${region},${region},REGION ${region}`,
    ),
  ].join('\n')}\n`;

/** A practice in the ODS list: 27 cells, without a header. */
export const registerRow = (
  code: string,
  { opened = '19740401', closed = '', status = 'A' } = {},
): string => {
  const cells = Array.from({ length: 27 }, () => '');
  [cells[0], cells[1], cells[4], cells[9]] = [code, `SURGERY ${code}`, '1 STREET', 'TS18 1HU'];
  [cells[10], cells[11], cells[12], cells[25]] = [opened, closed, status, '4'];
  return cells.map((cell) => `"${cell}"`).join(',');
};

const fingertipsHeader =
  'Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Time period,Value';

/** A Fingertips download of deprivation scores by practice. */
export const deprivationFile = (
  scores: Record<string, string | number>,
  indicator = '93553',
  header = fingertipsHeader,
): string =>
  `${[
    header,
    `${indicator},Score,E92000001,England,England,2019,21.7`,
    ...Object.entries(scores).map(
      ([code, score]) => `${indicator},Score,${code},S,GP,2019,${score}`,
    ),
  ].join('\n')}\n`;

/** Boundaries as GeoJSON: a square for each ONS code. */
export const boundaryFile = (codes: string[], property = 'CCG21CD', at = [-1, 53]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: codes.map((code, i) => ({
      type: 'Feature',
      properties: { [property]: code, [property.replace('CD', 'NM')]: `AREA ${code}` },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [at[0]! + i, at[1]],
            [at[0]! + i + 0.50004, at[1]],
            [at[0]! + i + 0.50049, at[1]],
            [at[0]! + i + 0.5, at[1]! + 0.5],
            [at[0]! + i, at[1]],
          ],
        ],
      },
    })),
  });
