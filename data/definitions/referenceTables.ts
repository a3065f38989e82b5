import {
  doubles,
  integers,
  practiceCode,
  practiceName,
  type ReleaseColumn,
  type ReleaseTable,
  texts,
} from './releaseColumns.ts';

const namesOf = (level: string, what: string): ReleaseColumn[] =>
  texts({
    [`${level}_code`]: `Code of its ${what}.`,
    [`${level}_name`]: `Name of its ${what}.`,
    [`${level}_ons_code`]: `ONS code of its ${what}.`,
  });

/** The tables of reference files. A release has those whose files it was given. */
export const referenceTables: readonly ReleaseTable[] = [
  {
    name: 'practice_lookup',
    kind: 'table',
    description: 'NHS Digital’s practice lookup: one row per practice, by code.',
    needs: 'a practice lookup',
    key: ['practice_code'],
    columns: [
      ...practiceCode,
      ...practiceName,
      ...texts({
        postcode: 'Its postcode; null where none is given.',
        pcn_code: 'Code of its primary care network; null where it is in none.',
        pcn_name: 'Name of its primary care network; null where it is in none.',
      }),
      ...namesOf('ccg', 'CCG or sub-ICB location'),
      ...namesOf('stp', 'STP or ICB'),
      ...namesOf('region', 'commissioning region'),
      ...texts({ lookup_date: 'Date of the lookup, as YYYY-MM-DD.' }),
    ],
  },
  {
    name: 'practice_register',
    kind: 'table',
    description: 'The ODS list of practices (epraccur): one row per practice, by code.',
    needs: 'a register of practices',
    key: ['practice_code'],
    columns: [
      ...practiceCode,
      ...texts({
        practice_name: 'Its name in the list.',
        address: 'Its address in one line; null where none is given.',
        postcode: 'Its postcode; null where none is given.',
        open_date: 'Day it opened, as YYYY-MM-DD; null where none is given.',
        close_date: 'Day it closed, as YYYY-MM-DD; null while it is open.',
        status: 'active, closed, dormant or proposed.',
        setting:
          'Prescribing setting, as the code of the list (4 is a GP practice); null where none is given.',
      }),
    ],
  },
  {
    name: 'practice_deprivation',
    kind: 'table',
    description: 'Deprivation by practice (OHID Fingertips): one row per practice, by code.',
    needs: 'deprivation scores',
    key: ['practice_code'],
    columns: [
      ...practiceCode,
      ...doubles({ score: 'Index of Multiple Deprivation, 0 to 100, higher where more deprived.' }),
      ...integers({ quintile: 'Fifth of the practices in the file, from 1 (most deprived) to 5.' }),
    ],
  },
  {
    name: 'boundary',
    kind: 'table',
    description: 'Shapes of areas: one row per level and ONS code, in that order.',
    needs: 'boundaries',
    key: ['level', 'ons_code'],
    columns: [
      ...texts({ level: 'Level of the area: region, stp or ccg.' }),
      ...texts({
        ons_code: 'ONS code of the area.',
        name: 'Name of the area in the boundary file.',
        geometry: 'GeoJSON geometry, in longitude and latitude.',
      }),
    ],
  },
];
