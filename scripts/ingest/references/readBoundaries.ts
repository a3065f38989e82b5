import { type BoundaryLevel, boundaryLevels } from '../../../data/definitions/levels.ts';
import { boundaryProperties } from '../../../data/definitions/references.ts';
import { PlainNames } from './plainNames.ts';
import { type Position, rounded, type Shape } from './rounded.ts';
import { type Complain, nameFault } from './table.ts';

/** The shape of an area, as GeoJSON in longitude and latitude, with its ONS code. */
export interface BoundaryRow {
  level: BoundaryLevel;
  ons_code: string;
  name: string;
  geometry: string;
}

/**
 * The level of a boundary file, the shapes of its areas and remarks for its provider, in sentences; null if something is
 * wrong.
 */
export function readBoundaries(
  text: string,
  complain: Complain,
): { level: BoundaryLevel; rows: BoundaryRow[]; notes: string[] } | null {
  const features = featuresOf(text, complain);
  if (!features) return null;
  const first = propertiesOf(features[0]);
  const level = boundaryLevels.find((one) =>
    Object.keys(first).some((name) => boundaryProperties[one].test(name)),
  );
  if (!level) {
    const known =
      'known are those that begin with NHSER, STP, ICB, CCG or SICBL and end with CD, as in CCG21CD';
    complain(
      null,
      null,
      null,
      `no property of the first feature is the ONS code of a level (${known}): ${Object.keys(first).join(', ') || 'it has none'}`,
    );
    return null;
  }
  const codeColumn = Object.keys(first).find((name) => boundaryProperties[level].test(name))!;
  const nameColumn = Object.keys(first).find(
    (name) => name.toUpperCase() === codeColumn.toUpperCase().replace(/CD$/, 'NM'),
  );
  const names = new PlainNames();
  const seen = new Map<string, number>();
  const rows = features.flatMap((feature, i): BoundaryRow[] => {
    const row = i + 1;
    const properties = propertiesOf(feature);
    const ons_code = String(properties[codeColumn] ?? '');
    if (!/^[A-Z]\d{8}$/.test(ons_code)) {
      complain(
        row,
        codeColumn,
        ons_code,
        `not an ONS code (such as E38000006): ${ons_code || '(empty)'}`,
      );
    }
    const before = seen.get(ons_code);
    if (before !== undefined)
      complain(row, codeColumn, ons_code, `given twice, first in row ${before}: ${ons_code}`);
    seen.set(ons_code, row);
    const given = String((nameColumn && properties[nameColumn]) ?? ons_code);
    const name = names.read(row, nameColumn ?? codeColumn, given);
    const fault = nameFault(name);
    if (fault) complain(row, nameColumn ?? codeColumn, name, `${fault}: ${name}`);
    const shape = shapeOf(feature);
    if (!shape) {
      complain(row, 'geometry', null, 'no Polygon or MultiPolygon');
      return [];
    }
    const stray = strayIn(shape);
    if (stray) {
      complain(
        row,
        'geometry',
        String(stray),
        `not longitude and latitude in or near England (WGS84): ${stray}`,
      );
      return [];
    }
    return [{ level, ons_code, name, geometry: JSON.stringify(rounded(shape)) }];
  });
  return { level, rows, notes: names.notes() };
}

interface Feature {
  properties?: Record<string, unknown> | null;
  geometry?: { type?: unknown; coordinates?: unknown } | null;
}

function featuresOf(text: string, complain: Complain): Feature[] | null {
  try {
    const { type, features } = JSON.parse(text.replace(/^\ufeff/, ''));
    if (type === 'FeatureCollection' && Array.isArray(features) && features.length > 0)
      return features;
    complain(null, null, null, 'not a GeoJSON FeatureCollection with features');
  } catch (error) {
    complain(null, null, null, `not JSON: ${(error as Error).message}`);
  }
  return null;
}

const propertiesOf = (feature: Feature | undefined): Record<string, unknown> =>
  feature?.properties ?? {};

function shapeOf({ geometry }: Feature): Shape | null {
  const { type, coordinates } = geometry ?? {};
  const depth = type === 'Polygon' ? 3 : type === 'MultiPolygon' ? 4 : 0;
  return depth && isNested(coordinates, depth) ? ({ type, coordinates } as Shape) : null;
}

/** Whether a value is a list nested this deep, with positions at the bottom. */
function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  if (depth === 1) return value.length >= 2 && value.every((one) => Number.isFinite(one));
  return value.every((one) => isNested(one, depth - 1));
}

/** The first position that is far from England, or undefined. */
function strayIn({ type, coordinates }: Shape): Position | undefined {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons
    .flatMap((rings) => rings.flat())
    .find(([longitude, latitude]) => !(Math.abs(longitude) < 10 && latitude > 48 && latitude < 62));
}
