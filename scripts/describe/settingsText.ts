import { type Setting, settings, settingUses } from '../../data/definitions/settings.ts';
import { withWritten } from './written.ts';

/** The document about settings with a table for each use. */
export const withSettings = (document: string): string =>
  withWritten(document, 'settings', settingUses.map(tableOf).join(''));

function tableOf(use: Setting['for']): string {
  const rows = settings
    .filter((setting) => setting.for === use)
    .map(
      ({ name, default: value, description }) =>
        `| \`${name}\` | ${value && `\`${value}\``} | ${description} |\n`,
    );
  const title = use[0]!.toUpperCase() + use.slice(1);
  return `\n### ${title}\n\n| setting | default | what it is |\n|---|---|---|\n${rows.join('')}`;
}
