import { lifecycleEventIds } from '../../../data/definitions/lifecycle.ts';
import { missingReference } from '../../../data/definitions/references.ts';
import { lifecycleSentence } from '../../../data/words/lifecycle.ts';
import { whatHappened } from '../../figures/lifecycle.ts';
import { asParent, type Catalogue } from '../../store/catalogue.ts';
import type { LifecycleRow } from '../../store/queries/lifecycle.ts';
import { rowsOf } from '../../table.ts';
import { table } from '../endpoint.ts';
import { periodsOf, single } from '../scope.ts';

export const lifecycle = table({
  path: '/lifecycle',
  summary: 'Practices that opened, closed, merged, moved or changed',
  description:
    'What happened to the practices of an area (England without `area`) in the latest month, or in those asked for: how each extract differs from the one before and, where the release has the register of practices (epraccur), the days they opened and closed; without it `meta.missing` says so. Days of the register may be outside the months of the release: `from` and `to` bound them. That one may have merged into another is read from list sizes: it left the extracts for good in a month in which another in its CCG grew by at least half of its list and by a twentieth of its own, and not across months without a file. Always on the boundaries published, for a practice moves between the CCGs of its month; PCNs and STPs are areas all the same where the release has a practice lookup.',
  parameters: ['area', 'event', 'period', 'from', 'to'],
  one: ['area'],
  columns: [
    { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
    {
      name: 'date',
      type: 'string',
      nullable: true,
      description: 'The day, where the register of practices gives it.',
    },
    { name: 'practice_code', type: 'string', description: 'Code of the practice.' },
    { name: 'practice_name', type: 'string', description: 'Its latest name.' },
    { name: 'event', type: 'string', enum: lifecycleEventIds, description: 'What happened.' },
    {
      name: 'before',
      type: 'string',
      nullable: true,
      description:
        'Its name, supplier or CCG before; its own code where it may have merged; the month it was last in, where it came back.',
    },
    {
      name: 'after',
      type: 'string',
      nullable: true,
      description:
        'Its name, supplier or CCG since; the code of the practice it may have joined; the month it was back in, where it left and came back.',
    },
    {
      name: 'source',
      type: 'string',
      enum: ['extracts', 'register'],
      description: 'Where it comes from.',
    },
    { name: 'sentence', type: 'string', description: 'The same in words.' },
    {
      name: 'since',
      type: 'string',
      nullable: true,
      description:
        'The month of the extract it is compared with; none for what comes from the register.',
    },
  ],
  meta: [
    {
      name: 'missing',
      type: 'string',
      nullable: true,
      description: 'Which reference file the release lacks; none where nothing does.',
    },
  ],
  example: 'period=latest',
  async rows({ release, filters }) {
    const { catalogue } = release;
    const area = filters.area && single('area', filters.area, ({ area_code }) => area_code);
    const register = catalogue.tables.has('practice_register');
    const found = await whatHappened(release, {
      periods: periodsOf(filters, catalogue),
      span: [filters.from ?? null, filters.to ?? null],
      area: area && asParent(area),
      events: filters.event ?? lifecycleEventIds,
      register,
    });
    const missing = register
      ? null
      : `${missingReference('register', 'Opening and closing dates are not known')}.`;
    const nameOf = nameIn(catalogue);
    const hasEnded = ({ event, before, period }: Omit<LifecycleRow, 'since'>) =>
      event === 'moved' && catalogue.areas.get(before!)!.last_period < period;
    return rowsOf(
      found,
      ({ since, ...row }) => ({
        ...row,
        sentence: lifecycleSentence({ ...row, since, formerEnded: hasEnded(row) }, nameOf),
        since,
      }),
      { missing },
    );
  },
});

const nameIn =
  ({ areas }: Catalogue) =>
  (code: string): string | null =>
    areas.get(code)?.area_name ?? null;
