import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { londonTime } from '../data/definitions/londonTimes.ts';
import { readSetting } from '../data/definitions/settings.ts';
import { noticeKinds } from '../data/life/events.ts';
import { listed } from '../data/words/english.ts';
import { dataFolder } from '../server/store/dataFolder.ts';
import { ReleaseFolder } from '../server/store/releases/folder.ts';
import type { Doing } from '../server/store/releases/ledger.ts';
import { listReleases, useRelease, verifyReleases } from './ingest/folder/releaseList.ts';
import { removeRelease } from './ingest/folder/removeRelease.ts';
import { whoDoes } from './ingest/folder/who.ts';
import { makeSignIn } from './operate/signIn.ts';
import { announce, cancel, move } from './releases/calendarSteps.ts';
import { change, oneOf, releaseIn } from './releases/change.ts';
import { approvalsIn, Misused, monthIn, sentenceIn } from './releases/given.ts';
import { logLines } from './releases/log.ts';
import { makeToken, preview, previewLink, revoke, siteOf } from './releases/previewSteps.ts';
import { approve, notice, policy, reviewed, schedule, withdraw } from './releases/releaseSteps.ts';

const usage = `usage: npm run releases                          lists the releases, newest month first, and what comes next
       npm run releases -- log                   says who did what when
       npm run releases -- verify [ID]           checks the ledger, and each file against its checksum
       npm run releases -- use ID                makes an older one current
       npm run releases -- convert [--reason TEXT]
                                                 rebuilds the current one in the present format; TEXT says why
                                                 its doubts are accepted
       npm run releases -- load ID ADDRESS [--reader ROLE]
                                                 puts one into the PostgreSQL database at an address such as
                                                 postgres://owner@host/uptake, for a role to read
       npm run releases -- remove ID [--check]   removes one for good (never the current one) and says
                                                 what pointed to it; with --check only says so

From draft to published (ID is a release such as 2019-04.1, WHEN a time in England such as "2019-05-30 09:30"):
       npm run releases -- policy --approvals N  so many others must approve a release; 0 for none
       npm run releases -- review ID [--html FILE] [--pdf FILE]
                                                 what is to be signed off, as text, as a page or as a PDF
       npm run releases -- approve ID --as NAME  by somebody other than whoever built or last changed it
       npm run releases -- schedule ID [--at WHEN]   without --at, at the time announced for its month
       npm run releases -- notice ID --kind correction|note|quality --text TEXT
                                     [--measure MEASURE] [--area CODE] [--period MONTH]
       npm run releases -- notice ID --draft     a notice of what it revised, to be edited
       npm run releases -- withdraw ID --reason TEXT
       npm run releases -- preview ID --for WHO [--until WHEN]   prints a link by which WHO can see it, from a
                                                 day before it is published; readers see who has one
       npm run releases -- revoke ID --for WHO

The calendar (MONTH is the latest month of a release, such as 2019-05):
       npm run releases -- announce MONTH --at WHEN [--provisional]
       npm run releases -- move MONTH --at WHEN --reason TEXT
       npm run releases -- cancel MONTH --reason TEXT

The operator's page (UPTAKE_OPERATOR_PORT), on which all of this can be done too:
       npm run releases -- sign-in --as NAME     prints a link by which NAME can sign in once

--as NAME says who does it; without it the ledger has the name of your login.`;

const options = {
  as: { type: 'string' },
  at: { type: 'string' },
  reason: { type: 'string' },
  reader: { type: 'string' },
  approvals: { type: 'string' },
  provisional: { type: 'boolean' },
  check: { type: 'boolean' },
  html: { type: 'string' },
  pdf: { type: 'string' },
  for: { type: 'string' },
  until: { type: 'string' },
  kind: { type: 'string' },
  text: { type: 'string' },
  measure: { type: 'string' },
  area: { type: 'string' },
  period: { type: 'string' },
  draft: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parsed>['values'];

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Misused((error as Error).message);
  }
};

/** A command: the argument after its name, its required and optional options, and what it does. */
interface Command {
  takes: 'nothing' | 'a release' | 'a month' | 'maybe a release' | 'a release and an address';
  needs?: (keyof Values)[];
  may?: (keyof Values)[];
  run(asked: Asked): Promise<readonly string[]> | readonly string[];
}

interface Asked {
  folder: string;
  /** The release or the month; empty if none is given. */
  of: string;
  /** The address; empty if none is given. */
  to: string;
  values: Values;
  doing: Doing;
}

const timeOf = (text: string) => londonTime(text).getTime();

const commands: Record<string, Command> = {
  list: { takes: 'nothing', run: ({ folder }) => listReleases(folder) },
  log: { takes: 'nothing', run: ({ folder }) => logLines(folder) },
  verify: {
    takes: 'maybe a release',
    async run({ folder, of }) {
      const { lines, areWhole } = await verifyReleases(folder, of || undefined);
      process.exitCode = areWhole ? 0 : 1;
      return lines;
    },
  },
  use: {
    takes: 'a release',
    async run({ folder, of, doing }) {
      await useRelease(folder, of, { ...doing, only: readSetting(process.env, 'UPTAKE_KIND') });
      return [`${of} is the current release.`];
    },
  },
  convert: {
    takes: 'nothing',
    may: ['reason'],
    async run({ folder, values, doing }) {
      const { convert } = await import('./releases/convert.ts');
      const only = readSetting(process.env, 'UPTAKE_KIND');
      const accept = values.reason === undefined ? null : sentenceIn('--reason', values.reason);
      return convert(folder, { by: doing.by, only, accept });
    },
  },
  load: {
    takes: 'a release and an address',
    may: ['reader'],
    async run({ folder, of, to, values }) {
      const { load } = await import('./releases/load.ts');
      return load(folder, of, to, values.reader ?? null);
    },
  },
  remove: {
    takes: 'a release',
    may: ['check'],
    run: ({ folder, of, values, doing }) =>
      removeRelease(folder, of, { ...doing, check: values.check ?? false }),
  },
  'sign-in': {
    takes: 'nothing',
    run({ folder, doing }) {
      const port = readSetting(process.env, 'UPTAKE_OPERATOR_PORT');
      if (port === null) {
        throw new Error(
          'the operator’s page is off: set UPTAKE_OPERATOR_PORT, for `npm start` and for this',
        );
      }
      if (doing.by === null) throw new Error('say who signs in with --as NAME');
      const token = makeSignIn(folder, doing.by, doing.now.getTime());
      return [
        `http://127.0.0.1:${port}/sign-in/${token}`,
        `${doing.by} can sign in by it once, within 15 minutes.`,
      ];
    },
  },
  policy: {
    takes: 'nothing',
    needs: ['approvals'],
    run({ folder, values, doing }) {
      const approvals = approvalsIn(values.approvals!);
      return change(folder, doing, () => policy(approvals));
    },
  },
  review: {
    takes: 'a release',
    may: ['html', 'pdf'],
    async run({ folder, of, values, doing }) {
      const { review } = await import('./releases/review.ts');
      const { reviewLines, reviewPage } = await import('./releases/reviewText.ts');
      const view = new ReleaseFolder(folder).look();
      const { sha256 } = releaseIn(view, of).one;
      const sections = await review(folder, of, view.life);
      const title = `Sign-off of release ${of}`;
      if (values.html) writeFileSync(values.html, reviewPage(title, sections));
      if (values.pdf) {
        const { writeReviewPdf } = await import('./releases/reviewPdf.ts');
        await writeReviewPdf(values.pdf, title, sections);
      }
      await change(folder, doing, () => reviewed(of, sha256));
      const files = [values.html, values.pdf].filter((file) => file !== undefined);
      return files.length ? [`The review of ${of} is in ${listed(files)}.`] : reviewLines(sections);
    },
  },
  approve: {
    takes: 'a release',
    run: ({ folder, of, doing }) => change(folder, doing, (view) => approve(view, of, doing)),
  },
  schedule: {
    takes: 'a release',
    may: ['at'],
    run: ({ folder, of, values, doing }) =>
      change(folder, doing, (view) =>
        schedule(view, of, values.at === undefined ? null : timeOf(values.at), doing),
      ),
  },
  notice: {
    takes: 'a release',
    may: ['kind', 'text', 'measure', 'area', 'period', 'draft'],
    async run({ folder, of, values, doing }) {
      const { text = '', measure = null, area = null, period = null } = values;
      if (values.draft) return draftNotice(folder, of);
      const missing = (['kind', 'text'] as const).find((option) => values[option] === undefined);
      if (missing) throw new Misused(`notice needs --${missing}`);
      const kind = oneOf('kind', values.kind!, noticeKinds);
      return change(folder, doing, (view) =>
        notice(view, of, { kind, text: sentenceIn('--text', text), measure, area, period }),
      );
    },
  },
  withdraw: {
    takes: 'a release',
    needs: ['reason'],
    run: ({ folder, of, values, doing }) =>
      change(folder, doing, (view) => withdraw(view, of, sentenceIn('--reason', values.reason!))),
  },
  preview: {
    takes: 'a release',
    needs: ['for'],
    may: ['until'],
    async run({ folder, of, values, doing }) {
      const who = sentenceIn('--for', values.for!);
      const until = values.until === undefined ? null : timeOf(values.until);
      const token = makeToken();
      const lines = await change(folder, doing, (view) =>
        preview(view, of, { who, until, token }, doing),
      );
      return [previewLink(siteOf(process.env), token), ...lines];
    },
  },
  revoke: {
    takes: 'a release',
    needs: ['for'],
    run({ folder, of, values, doing }) {
      const who = sentenceIn('--for', values.for!);
      return change(folder, doing, (view) => revoke(view, of, who));
    },
  },
  announce: {
    takes: 'a month',
    needs: ['at'],
    may: ['provisional'],
    run({ folder, of, values, doing }) {
      const asked = {
        month: of,
        due: timeOf(values.at!),
        provisional: values.provisional ?? false,
      };
      return change(folder, doing, ({ life }) => announce(life, asked, doing));
    },
  },
  move: {
    takes: 'a month',
    needs: ['at', 'reason'],
    run({ folder, of, values, doing }) {
      const reason = sentenceIn('--reason', values.reason!);
      const asked = { month: of, due: timeOf(values.at!), reason };
      return change(folder, doing, ({ life }) => move(life, asked, doing));
    },
  },
  cancel: {
    takes: 'a month',
    needs: ['reason'],
    run({ folder, of, values, doing }) {
      const reason = sentenceIn('--reason', values.reason!);
      return change(folder, doing, ({ life }) => cancel(life, { month: of, reason }));
    },
  },
};

const help: Command = { takes: 'nothing', run: () => [usage] };

/** What a release revised, as a draft notice, and how to publish it after editing. */
async function draftNotice(folder: string, id: string): Promise<string[]> {
  releaseIn(new ReleaseFolder(folder).look(), id);
  const { draftOf } = await import('./releases/correction.ts');
  const sentences = await draftOf(folder, id);
  if (!sentences.length) return [`There is no release before ${id} to compare it with.`];
  return [
    ...sentences,
    '',
    'Nothing is published yet. Edit it, and publish it as one text with:',
    `  npm run releases -- notice ${id} --kind correction --text "..."`,
    'Once published it cannot be changed, only followed by another notice.',
  ];
}

function checked(args: string[]): { command: Command; asked: Asked } {
  const { values, positionals } = parsed(args);
  const doing = { by: whoDoes(values.as), now: new Date() };
  const asked = { folder: dataFolder(), of: '', to: '', values, doing };
  if (values.help) return { command: help, asked };
  const [name = 'list', of = '', ...others] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name]! : null;
  if (!command) throw new Misused(`no such command: ${name}`);
  const { takes, needs = [], may = [] } = command;
  const hasAddress = takes === 'a release and an address';
  const to = hasAddress ? (others[0] ?? '') : '';
  const surplus = others.slice(hasAddress ? 1 : 0);
  if (hasAddress && !to) throw new Misused(`${name} takes ${takes}`);
  if (surplus.length > 0 || (of && takes === 'nothing')) {
    throw new Misused(`${name} takes no ${surplus[0] ?? of}`);
  }
  if (!of && (takes === 'a release' || takes === 'a month'))
    throw new Misused(`${name} takes ${takes}`);
  if (takes === 'a month') monthIn(of);
  const missing = needs.find((option) => values[option] === undefined);
  if (missing) throw new Misused(`${name} needs --${missing}`);
  const known = ['as', ...needs, ...may];
  const other = Object.keys(values).find((option) => !known.includes(option));
  if (other) throw new Misused(`${name} takes no --${other}`);
  return { command, asked: { ...asked, of, to } };
}

try {
  const { command, asked } = checked(process.argv.slice(2));
  for (const line of await command.run(asked)) console.log(line);
} catch (error) {
  const { message } = error as Error;
  console.error(error instanceof Misused ? `${message}\n\n${usage}` : message);
  process.exitCode = error instanceof Misused ? 2 : 1;
}
