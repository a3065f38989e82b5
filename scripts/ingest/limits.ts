import { formatCount } from '../../data/definitions/numbers.ts';
import {
  type Environment,
  readSetting,
  type SettingName,
} from '../../data/definitions/settings.ts';

/** Limits on files, so that none can fill the disk or the memory. */
export interface Limits {
  /** Bytes of a file as given, compressed or not. */
  fileBytes: number;
  /** Bytes that a zip or gzip may unpack to. */
  unpackedBytes: number;
  /** Rows of one text. */
  rows: number;
  /** Bytes of a line of CSV. */
  lineBytes: number;
}

const megabyte = 2 ** 20;

/** The limits as set; throws an error with the setting and its value if one cannot be used. */
export const readLimits = (environment: Environment): Limits => ({
  fileBytes: readSetting(environment, 'UPTAKE_MAX_FILE') * megabyte,
  unpackedBytes: readSetting(environment, 'UPTAKE_MAX_UNPACKED') * megabyte,
  rows: readSetting(environment, 'UPTAKE_MAX_ROWS'),
  lineBytes: readSetting(environment, 'UPTAKE_MAX_LINE'),
});

const told: Record<keyof Limits, { what: string; unit: string; setting: SettingName }> = {
  fileBytes: { what: 'the file is too large', unit: 'bytes', setting: 'UPTAKE_MAX_FILE' },
  unpackedBytes: { what: 'unpacks to too much', unit: 'bytes', setting: 'UPTAKE_MAX_UNPACKED' },
  rows: { what: 'too many rows', unit: 'rows', setting: 'UPTAKE_MAX_ROWS' },
  lineBytes: { what: 'a line is too long', unit: 'bytes', setting: 'UPTAKE_MAX_LINE' },
};

/** "too many rows: over 50,000,000 rows (the setting UPTAKE_MAX_ROWS)", or null if a size is within its limit. */
export function refusalOf(limits: Limits, limit: keyof Limits, size: number): string | null {
  if (size <= limits[limit]) return null;
  const { what, unit, setting } = told[limit];
  return `${what}: over ${formatCount(limits[limit])} ${unit} (the setting ${setting})`;
}
