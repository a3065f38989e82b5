import { html, type TemplateResult } from 'lit';
import { groupSize } from '../../../data/definitions/levels.ts';
import { pickAPlace } from '../../controls/pick-a-place.ts';
import type { FoundRow } from '../../foundPlace.ts';
import type { Address } from '../../page.ts';
import { type Compared, type ComparedPlace, mostPlaces } from './question.ts';

/** Codes of the places in an address, without the group. */
const codesOf = (places: readonly ComparedPlace[]): string[] =>
  places.filter(({ level }) => level !== 'group').map(({ code }) => code);

/** The page with other places or another group. A pasted list is replaced by the group it contains. */
const comparedHref = (
  address: Address,
  { places, group }: Compared,
  changes: { area?: readonly string[]; group?: string },
): string =>
  address.href({
    area: (changes.area ?? codesOf(places)).join(',') || undefined,
    group: (changes.group ?? group) || undefined,
    codes: undefined,
    q: undefined,
  });

/** The places side by side: a link to remove each, and ways to add more. */
export function comparedPlaces(
  address: Address,
  compared: Compared,
  found: FoundRow[] | null,
): TemplateResult {
  const { places, group, remarks } = compared;
  const codes = codesOf(places);
  const { q, codes: _, ...query } = address.query;
  return html`<div class="adding">
    ${
      places.length
        ? html`<ul class="chips" aria-label="Compared">
            ${places.map(
              ({ level, code, name }) => html`<li class="chips__item">
                ${name}
                <a
                  class="chips__out"
                  href=${
                    level === 'group'
                      ? comparedHref(address, compared, { group: '' })
                      : comparedHref(address, compared, {
                          area: codes.filter((one) => one !== code),
                        })
                  }
                  >Remove<span class="unseen"> ${name}</span></a
                >
              </li>`,
            )}
          </ul>`
        : ''
    }
    ${remarks.map((text) => html`<p class="note">${text}</p>`)}
    ${
      places.length < mostPlaces
        ? pickAPlace({
            id: 'add-place',
            label: places.length
              ? 'Add a practice or place to compare'
              : 'Begin with a practice or place',
            does: 'Add',
            action: `${address.prefix}/compare`,
            others: { ...query, group: group || undefined },
            to: (code) => comparedHref(address, compared, { area: [...codes, code] }),
            q,
            found,
          })
        : html`<p>${mostPlaces} places is the most: remove one to add another.</p>`
    }
    ${ownGroup(address, compared)}
  </div>`;
}

function ownGroup(address: Address, { group, list }: Compared) {
  const { codes, group: _, q: __, ...others } = address.query;
  return html`<details class="more" ?open=${Boolean(list)}>
    <summary class="more__summary">${group ? 'Change your group of practices' : 'Put practices together as a group of your own'}</summary>
    <group-codes class="grouping">
      <form method="get" action=${`${address.prefix}/compare`}>
        ${Object.entries(others).map(([name, value]) =>
          value ? html`<input type="hidden" name=${name} value=${value} />` : '',
        )}
        <label class="grouping__label" for="codes">
          Practice codes, up to ${groupSize}, with commas, spaces or lines between them
        </label>
        <textarea class="grouping__box" id="codes" name="codes" rows="4" maxlength="6000" spellcheck="false" autocomplete="off" .value=${group || codes || ''}></textarea>
        <p class="grouping__file">
          <label for="codes-file">Or a CSV or text file: choose it, or drop it here</label>
          <input id="codes-file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
        </p>
        <button class="button" type="submit">Compare this group</button>
      </form>
    </group-codes>
    ${list ? report(list) : ''}
  </details>`;
}

const statuses = { unknown: 'not a practice of this release', duplicate: 'listed twice' };

const report = ({ text, odd }: NonNullable<Compared['list']>) => html`<div class="state" id="list">
  <p class="state__title">${text}</p>
  ${
    odd.length
      ? html`<ul class="state__text">
          ${odd.map(
            ({ code, status, nearest, nearestName }) =>
              html`<li>${code}: ${statuses[status]}${nearest ? `. Perhaps ${nearest}, ${nearestName}?` : ''}</li>`,
          )}
        </ul>`
      : ''
  }
</div>`;
