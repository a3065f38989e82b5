import { describe, expect, it } from 'vitest';
import { csvw, metadataOf } from '../../../server/formats/csvw.ts';
import { gathered } from '../../bytes.ts';
import { about, columns, illustrative, illustrativeNote, tableOf } from './madeUp.ts';

const described = async (of = about) =>
  JSON.parse((await gathered(csvw.write(tableOf(), of))).toString());

describe('csvw', () => {
  it('is JSON-LD in the context of CSV on the Web', async () => {
    expect((await described())['@context']).toEqual([
      'http://www.w3.org/ns/csvw',
      { '@language': 'en' },
    ]);
  });

  it('is about the CSV of the same question', async () => {
    const of = { ...about, address: '/api/v1/figures?format=csvw&area=formatcsvw' };
    expect((await described(of)).url).toBe('/api/v1/figures?format=csv&area=formatcsvw');
    expect(metadataOf('?level=ccg&format=csv')).toBe('?level=ccg&format=csvw');
  });

  it('describes every column by the name in its header, a type and what stands for nothing', async () => {
    const { tableSchema } = await described();
    expect(tableSchema.columns.map((column: { titles: string[] }) => column.titles[0])).toEqual(
      columns.map(({ name }) => name),
    );
    expect(tableSchema.columns).toContainEqual({
      name: 'numerator',
      titles: ['numerator', 'Numerator'],
      'dc:description': 'Count.',
      datatype: 'integer',
      required: false,
      null: [''],
    });
    const types = tableSchema.columns.map(({ datatype }: { datatype: string }) => datatype);
    expect(types.slice(0, 6)).toEqual([
      'gYearMonth',
      'string',
      'string',
      'integer',
      'double',
      'double',
    ]);
  });

  it('names release, licence and source', async () => {
    const metadata = await described();
    expect(metadata['dc:identifier']).toBe('2018-09.1');
    expect(metadata['dc:license']['@id']).toMatch(/open-government-licence/);
    expect(metadata['dc:source']).toMatch(/Patient Online Management Information/);
  });

  it('says that illustrative data is, and claims no source for it', async () => {
    const metadata = await described(illustrative);
    expect(metadata['rdfs:comment']).toBe(illustrativeNote);
    expect(JSON.stringify(metadata)).not.toMatch(/NHS|Open Government/);
  });
});
