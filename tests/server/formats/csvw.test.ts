import { describe, expect, it } from 'vitest';
import { csvw, metadataOf } from '../../../server/formats/csvw.ts';
import { gathered } from '../../support/bytes.ts';
import { statementsOf } from '../../support/linkedData.ts';
import { about, columns, illustrative, illustrativeNote, tableOf } from './madeUp.ts';

const described = async (of = about) =>
  JSON.parse((await gathered(csvw.write(tableOf(), of))).toString());

describe('csvw', () => {
  it('is JSON-LD in the context of CSV on the Web, and nothing in it is lost to a processor', async () => {
    expect((await described())['@context']).toEqual([
      'http://www.w3.org/ns/csvw',
      { '@language': 'en' },
    ]);
    const statements = await statementsOf(await described());
    for (const { name } of columns)
      expect(statements).toContainEqual(
        expect.stringMatching(`<http://www.w3.org/ns/csvw#name> "${name}" .`),
      );
    const made = '"2018-11-05T09:30:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .';
    expect(statements.join('\n')).toContain(`<http://purl.org/dc/terms/issued> ${made}`);
    await expect(statementsOf(await described(illustrative))).resolves.toBeTruthy();
  });

  it('is rejected with a term that the context does not know', async () => {
    await expect(statementsOf({ ...(await described()), licence: 'x' })).rejects.toThrow();
  });

  it('is about the CSV of the same question', async () => {
    const of = { ...about, address: '/api/v1/figures?format=csvw&area=formatcsvw' };
    expect((await described(of)).url).toBe('/api/v1/figures?format=csv&area=formatcsvw');
    expect(metadataOf('?level=ccg&format=csv')).toBe('?level=ccg&format=csvw');
  });

  it('describes every column by the name in its header, a type and the text of an empty cell', async () => {
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
    expect(metadata['dc:temporal']).toBe('2018-04/2018-09');
    expect(metadata['dc:type']).toBe('published');
    expect(metadata['dc:title']).toBe('GP online services in England: Made-up figures');
    expect(metadata['dc:description']).toBe('Figures to try formats on.');
    expect(metadata['dc:rights']).toMatch(/^Source: Patient Online .* Open Government Licence/);
    expect(metadata['dc:bibliographicCitation']).toBe(
      'GP online services in England, release 2018-09.1 (published figures, April 2018 to September 2018), made on 5 November 2018.',
    );
    expect(metadata['dc:license']['@id']).toMatch(/open-government-licence/);
    expect(metadata['dc:source']).toMatch(/Patient Online Management Information/);
  });

  it('marks illustrative data, and claims no source for it', async () => {
    const metadata = await described(illustrative);
    expect(metadata['rdfs:comment']).toBe(illustrativeNote);
    expect(JSON.stringify(metadata)).not.toMatch(/NHS|Open Government/);
  });
});
