import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, type TemplateResult } from 'lit';
import { escaped } from '../../../data/definitions/markup.ts';
import type { Session } from '../sessions.ts';
import { plain } from './plain.ts';

/** A page for the operator, signed in or not. */
export interface OperatorPage {
  title: string;
  path: string;
  session: Session | null;
  view: TemplateResult;
}

const places = [
  ['/', 'Releases'],
  ['/upload', 'Upload files'],
  ['/calendar', 'Calendar'],
  ['/log', 'Log'],
] as const;

/** A whole page; `looks` is its links to the site's styles. Clears the session's message, which is shown once. */
export async function pageText(
  { title, path, session, view }: OperatorPage,
  looks: string,
): Promise<string> {
  const body = await collectResult(
    render(html`
      <a class="skip" href="#main">Skip to the page</a>
      <header class="header">
        <div class="header__inner wide">
          <a class="header__name" href="/">GP online services: releasing</a>
          ${session ? navigation(path, session) : ''}
        </div>
      </header>
      <main class="main wide desk" id="main" tabindex="-1">
        <h1 class="headline headline--tool">${title}</h1>
        ${session ? saidBefore(session) : ''} ${view}
      </main>
    `),
  );
  if (session) session.said = null;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(title)} – releasing</title>
${looks}
<link rel="stylesheet" href="/operator.css">
</head>
<body>
<div id="site">${body.replace(/<!--.*?-->/gs, '')}</div>
</body>
</html>
`;
}

const navigation = (path: string, session: Session) => html`
  <nav class="desk__nav" aria-label="Pages">
    ${places.map(
      ([href, text]) =>
        html`<a class="desk__link" href=${href} aria-current=${href === path ? 'page' : 'false'}>${text}</a>`,
    )}
  </nav>
  <form class="desk__who" method="post" action="/sign-out">
    ${proof(session)} <span>${session.by}</span>
    <button class="desk__out" type="submit">Sign out</button>
  </form>
`;

/** The result of the last action. */
function saidBefore({ said }: Session) {
  if (!said) return '';
  if (said.problem !== null)
    return html`<div class="desk__said desk__said--problem" role="alert">
      <p class="state__title">This was not done</p>
      <p>${plain(said.problem)}</p>
    </div>`;
  return html`<div class="desk__said" role="status">
    ${said.lines.map((line) => html`<p>${plain(line)}</p>`)}
  </div>`;
}

/** Proves that a form is one of ours. */
export const proof = (session: Session) =>
  html`<input type="hidden" name="proof" value=${session.proof} />`;
