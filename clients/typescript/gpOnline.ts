import type { FiguresAnswer, Questions } from './answers.ts';

/** What the API says is wrong with a question. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly parameter?: string,
    readonly value?: string,
  ) {
    super(message);
  }
}

/** What a question takes: one value or several, as text or number. */
export type Asked<P extends keyof Questions> = {
  [Name in Questions[P]['takes']]?: string | number | readonly string[];
};

/**
 * The API at a server such as `https://gp-online.example`, for Node, Deno, Bun and browsers. Every answer has its
 * types; name the release (`release`) and the same question gives the same answer next year.
 */
export function gpOnline(server: string): {
  /** The answer to a question, such as `ask('/search', { q: 'park surgery leeds' })`; rejects with a `Problem`. */
  ask: <P extends keyof Questions>(path: P, asked?: Asked<P>) => Promise<Questions[P]['answer']>;
  /** Figures with their numerators, denominators and coverage, a row for each. */
  getFigures: (asked: Asked<'/figures'>) => Promise<FiguresAnswer>;
} {
  const root = `${server.replace(/\/+$/, '')}/api/v1`;
  const ask = async <P extends keyof Questions>(path: P, asked: Asked<P> = {}) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries<unknown>(asked)) {
      if (value !== undefined) search.set(name, String(value));
    }
    const response = await fetch(`${root}${path}${search.size ? `?${search}` : ''}`, {
      headers: { Accept: 'application/json' },
    });
    if (response.ok) return (await response.json()) as Questions[P]['answer'];
    const said = await response.json().catch(() => ({}));
    const detail: string = said.detail ?? `status ${response.status}`;
    throw new Problem(detail, response.status, said.parameter, said.value);
  };
  return { ask, getFigures: (asked) => ask('/figures', asked) };
}
