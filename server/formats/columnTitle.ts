import { capital } from '../../data/words/english.ts';

const words: Record<string, string> = {
  ccg: 'CCG',
  id: 'ID',
  imd: 'IMD',
  pcn: 'PCN',
  stp: 'STP',
  icb: 'ICB',
  gss: 'GSS',
  sha256: 'SHA-256',
  england: 'England',
  vs: 'compared with',
  95: '95%',
  998: '99.8%',
};

/** A column's name as a heading for people: "Area code", "CCG code". */
export function columnTitle(name: string): string {
  const title = name
    .split('_')
    .map((word) => words[word] ?? word)
    .join(' ');
  return capital(title);
}
