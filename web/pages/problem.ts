import { html, type TemplateResult } from 'lit';
import { capital } from '../../data/words/english.ts';
import { searchForm } from '../controls/search-form.ts';
import type { Address } from '../page.ts';

/** A suggestion for an address that leads nowhere. */
export interface Way {
  text: string;
  href: string;
  detail: string;
}

export interface Problem {
  status: number;
  detail: string;
  /** Pages and places with a similar name or code. */
  near?: readonly Way[];
}

/** The heading and title of an error page. */
export const problemTitle = ({ status }: Problem): string => {
  if (status === 404) return 'There is no such page';
  if (isPassing(status)) return 'The site cannot answer just now';
  return status < 500
    ? 'This address asks for something that does not exist'
    : 'Something went wrong';
};

/** Whether the same address will work later: too much was asked for, or the site is not ready. */
export const isPassing = (status: number): boolean => status === 429 || status === 503;

/** An error page: what is wrong, and where to go. */
export const problemView = (problem: Problem, address: Address): TemplateResult => html`
  <h1 class="headline" tabindex="-1">${problemTitle(problem)}</h1>
  <p class="lead">${sentence(problem.detail)}</p>
  ${
    problem.status >= 500 || isPassing(problem.status)
      ? html`<p>The figures are safe. Trying <a href=${address.href({})} data-leave>this page again</a> in a moment may help.</p>`
      : ''
  }
  ${
    problem.near?.length
      ? html`<h2 class="section__subtitle">Perhaps you meant</h2>
          <ul class="found found--near">
            ${problem.near.map(
              ({ text, href, detail }) => html`<li class="found__item">
                <a class="found__name" href=${href}>${text}</a>
                ${detail ? html`<span class="found__detail">${detail}</span>` : ''}
              </li>`,
            )}
          </ul>`
      : ''
  }
  ${
    isPassing(problem.status)
      ? ''
      : searchForm(
          'find-instead',
          'Look for it by name, code, town or postcode',
          `${address.prefix}/find`,
          {},
        )
  }
  <p>${waysHome(problem, address)}</p>
`;

/** Links that any error page ends with, without those suggested above. */
const waysHome = ({ near = [] }: Problem, { prefix }: Address) =>
  [
    { text: 'All of England', href: `${prefix}/` },
    { text: 'About these figures', href: `${prefix}/about` },
  ]
    .filter(({ href }) => !near.some((one) => one.href === href))
    .map(({ text, href }, i) => html`${i ? ' · ' : ''}<a href=${href}>${text}</a>`);

function sentence(detail: string): string {
  const text = capital(detail);
  return /[.?!)]$/.test(text) ? text : `${text}.`;
}
