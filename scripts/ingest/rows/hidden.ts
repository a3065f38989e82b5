import { type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from './columns.ts';

/** Invisible characters: of no width, or to change the direction of text. */
const hidden = '\\p{Cf}';

/** Full-width forms of letters, digits and punctuation, and their plain forms. */
const fullWidth = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0xff01 + i)).join('');
const plainWidth = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('');

/** Matches what makes a name look like another: hidden and full-width characters. */
export const disguised = `${hidden}|[\\x{3000}\\x{ff01}-\\x{ff5e}]`;

/** A name without hidden characters, in plain width. */
export const undisguised = (name: Sql): Sql => sql`
  trim(regexp_replace(translate(${name}, ${quoted(`${fullWidth}\u3000`)}, ${quoted(`${plainWidth} `)}), ${quoted(hidden)}, '', 'g'))`;

/** The same of a text that is in no table. */
export const plainText = (name: string): string =>
  name
    .replace(new RegExp(hidden, 'gu'), '')
    .replaceAll('\u3000', ' ')
    .replace(/[\uff01-\uff5e]/g, (letter) => plainWidth[fullWidth.indexOf(letter)]!)
    .trim();

/** A text with hidden and control characters made visible: "SURGERY<U+200B>". */
export const seen = (text: string): string =>
  text.replace(/[\p{Cf}\p{Cc}]/gu, (character) => `<${codePoint(character)}>`);

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** The same in SQL, for hidden characters only. */
export const seenSql = (text: Sql): Sql => sql`
  array_to_string(list_transform(string_split(${text}, ''), lambda letter:
    case when regexp_full_match(letter, ${quoted(hidden)}) then format('<U+{:04X}>', unicode(letter)) else letter end), '')`;
