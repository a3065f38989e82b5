import express, { type Request, type Response, type Router } from 'express';
import type { Config } from '../config.ts';
import { HttpError } from '../errors.ts';
import { askDirectly } from '../pages/askDirectly.ts';
import type { Releases } from '../store/releases.ts';
import { goneOf } from './answer.ts';
import type { Origins } from './origins.ts';
import { openToAssistants } from './secureHeaders.ts';
import type { Work } from './work.ts';

/** The address for assistants, under the prefix of the site. */
export const assistantsPath = '/mcp';

interface AssistantParts {
  config: Config;
  releases: Releases;
  origins: Origins;
  work: Work;
}

/** The longest question of an assistant, in bytes, and the memory it is assumed to take. */
const longestQuestion = '32kb';
const bytesOfOne = 1 << 20;

/**
 * The endpoint for assistants: the Model Context Protocol over streamable HTTP, without sessions or keys. Questions are
 * answered like any other request, within the client's rate and in turns.
 */
export function mountAssistants(
  site: Router,
  { config, releases, origins, work }: AssistantParts,
): void {
  site.use(assistantsPath, openToAssistants, refuseOtherMethods);
  site.post(
    assistantsPath,
    express.json({ limit: longestQuestion, type: () => true }),
    async (request: Request, response: Response) => {
      if (Array.isArray(request.body)) {
        throw new HttpError(400, 'one question at a time: a list of them is not answered');
      }
      const root = origins.of(request) + config.prefix;
      await work.out(request, response, bytesOfOne, async (turn) => {
        // Its library is large, and only assistants need it.
        const [{ assistantServer }, { StreamableHTTPServerTransport }] = await Promise.all([
          import('../assistants/server.ts'),
          import('@modelcontextprotocol/sdk/server/streamableHttp.js'),
        ]);
        const ask = askDirectly(releases, config, { turn, left: goneOf(response) });
        const server = assistantServer({ ask, root });
        const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
        response.on('close', () => void server.close());
        await server.connect(transport);
        response.set('Cache-Control', 'no-store');
        await transport.handleRequest(request, response, request.body);
      });
    },
  );
}

/** Without sessions there is no stream to listen to and nothing to end. */
function refuseOtherMethods(request: Request, response: Response, next: () => void): void {
  if (request.method !== 'POST') {
    response.set('Allow', 'POST, OPTIONS');
    throw new HttpError(405, `assistants ask by POST, not by ${request.method}`);
  }
  next();
}
