import { type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from './columns.ts';

/** Characters that nobody sees though they are there: of no width, or to turn the direction of a text. */
const hidden = '\\p{Cf}';

/** Letters, digits and signs in the full width of East Asian ones, and the same as everybody writes them. */
const fullWidth = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0xff01 + i)).join('');
const plainWidth = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('');

/** What makes a name look like another or like nothing: hidden characters, and those in full width. */
export const disguised = `${hidden}|[\\x{3000}\\x{ff01}-\\x{ff5e}]`;

/** A name without hidden characters, in plain width. */
export const undisguised = (name: Sql): Sql => sql`
  trim(regexp_replace(translate(${name}, ${quoted(`${fullWidth}\u3000`)}, ${quoted(`${plainWidth} `)}), ${quoted(hidden)}, '', 'g'))`;

/** A text in which hidden and control characters are seen: "SURGERY<U+200B>". */
export const seen = (text: string): string =>
  text.replace(/[\p{Cf}\p{Cc}]/gu, (character) => `<${codePoint(character)}>`);

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** The same in SQL, of hidden characters alone. */
export const seenSql = (text: Sql): Sql => sql`
  array_to_string(list_transform(string_split(${text}, ''), lambda letter:
    case when regexp_full_match(letter, ${quoted(hidden)}) then format('<U+{:04X}>', unicode(letter)) else letter end), '')`;
