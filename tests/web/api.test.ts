import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchAsk } from '../../web/api.ts';
import { isPassing } from '../../web/pages/problem.ts';

afterEach(() => vi.unstubAllGlobals());

/** Asks with a network that answers so, and gives the question as it was sent too. */
async function asked(answer: () => Response, signal?: AbortSignal) {
  const sent = vi.fn(async (_: string, __: RequestInit) => answer());
  vi.stubGlobal('fetch', sent);
  const params = { area: 'Y54,Y56', period: undefined, q: '' };
  const outcome = await fetchAsk('/uptake', signal)('/figures', params as never).catch(
    (error: unknown) => error as Error & { status?: number },
  );
  return { outcome, url: sent.mock.calls[0]![0], how: sent.mock.calls[0]![1] };
}

const refused = (status: number, body: string) => () =>
  new Response(body, { status, statusText: 'Refused' });

describe('a question from the browser', () => {
  it('has the values that it was given, and is never answered from an earlier visit unasked', async () => {
    const answer = { data: [], meta: {} };
    const { outcome, url, how } = await asked(() => Response.json(answer));
    expect(outcome).toEqual(answer);
    expect(url).toBe('/uptake/api/v1/figures?area=Y54%2CY56');
    expect(how).toMatchObject({ headers: { accept: 'application/json' }, cache: 'no-cache' });
  });

  it('that the API refuses is told in its words, or by its title or status', async () => {
    const problem = { title: 'Bad Request', detail: 'unknown area: Y99' };
    for (const [status, body, message] of [
      [400, JSON.stringify(problem), 'unknown area: Y99'],
      [404, JSON.stringify({ title: 'Not Found' }), 'Not Found'],
      [502, '<html>', 'Refused'],
    ] as const) {
      const { outcome } = await asked(refused(status, body));
      expect(outcome).toMatchObject({ status, message });
    }
  });

  it('without an answer may be asked again, and one that was given up is no problem', async () => {
    const lost = () => {
      throw new TypeError('network');
    };
    const { outcome } = await asked(lost);
    const { status } = outcome as { status: number };
    expect([status, isPassing(status)]).toEqual([503, true]);
    const gone = new DOMException('given up', 'AbortError');
    const ending = () => {
      throw gone;
    };
    expect((await asked(ending, AbortSignal.abort())).outcome).toBe(gone);
  });
});
