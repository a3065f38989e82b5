import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { siteName } from '../../web/site.ts';
import { type Asking, answerOf, inputOf, instructions, refusalOf, tools } from './tools.ts';

/** A Model Context Protocol server for one request: it only reads, and keeps nothing between requests. */
export function assistantServer(asking: Asking): Server {
  const server = new Server(
    { name: 'gp-online', title: siteName, version: '1' },
    { capabilities: { tools: {} }, instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map((tool) => ({
      name: tool.name,
      title: tool.title,
      description: tool.description,
      inputSchema: { ...inputOf(tool) },
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) return refused(`there is no such tool: ${params.name.slice(0, 60)}`);
    try {
      const answer = await answerOf(tool, params.arguments ?? {}, asking);
      return {
        content: [{ type: 'text', text: JSON.stringify(answer) }],
        structuredContent: answer,
      };
    } catch (error) {
      return refused(refusalOf(error));
    }
  });
  return server;
}

const refused = (why: string): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: why }],
});
