import { html } from 'lit';
import type { LogEntry } from '../../releases/log.ts';
import { table } from './forms.ts';

/** Who did what when, latest first. */
export const logView = (entries: readonly LogEntry[]) =>
  entries.length
    ? table({
        caption: 'Who did what when, the last first',
        head: ['When', 'Who', 'What'],
        rows: entries.toReversed().map(({ when, who, what }) => [when, who || '–', what]),
      })
    : html`<p>There is no ledger yet: it begins with the next change.</p>`;

/** Asks before signing in by a link, so that merely opening the link does not use it up. */
export const signInView = (by: string, token: string) => html`
  <p class="lead">What you do here goes into the ledger under your name.</p>
  <form method="post" action=${`/sign-in/${token}`}>
    <button class="button" type="submit">Sign in as ${by}</button>
  </form>
`;

/** How to get a link to sign in. */
export const signedOutView = (why: string) => html`
  <p class="lead">${why}</p>
  <p>On the machine that holds the releases, this prints a link that lets you sign in once:</p>
  <pre class="desk__report" tabindex="0" role="region" aria-label="Command">npm run releases -- sign-in --as "YOUR NAME"</pre>
`;

/** An error page. */
export const problemView = (detail: string) => html`
  <p class="lead">${detail}</p>
  <p><a href="/">To the releases</a></p>
`;
