import type { Meta } from '../ask.ts';
import type { Address, Dataset } from '../page.ts';

const formats = ['csv', 'xlsx', 'parquet', 'json'] as const;

/** All figures of one place in every month of the release, as a dataset for search engines. */
export const placeDataset = (
  { code, name, meta }: { code: string; name: string; meta: Meta },
  address: Address,
): Dataset => ({
  name: `GP online services: ${name} (${code})`,
  description: `How many patients of ${name} can see their record, book appointments and order prescriptions online, how many are set up for it, and how many do, by month.`,
  place: { code, name },
  downloads: formats.map((format) => ({
    format,
    href: address.api('/figures', {
      area: code,
      from: meta.first_period,
      to: meta.last_period,
      format,
      release: meta.release,
    }),
  })),
});
