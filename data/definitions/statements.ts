/** What an operator states about the statistics, in the order of the page. */
export const statementTopics = {
  status: {
    title: 'Status of these statistics',
    example:
      'These are not official statistics. They are worked out from public files by software that anybody can run and check.',
  },
  revisions: {
    title: 'Revisions policy',
    example:
      'A month’s figures are final when they come out, unless its file is published again. Then a new release takes the new file, and every figure that changes is marked [r] with what it was before. Boundaries, names and suppliers are those of each month’s file.',
  },
  corrections: {
    title: 'Corrections policy',
    example:
      'An error is corrected in a new release as soon as it is understood, whatever its size, and a notice says what was wrong, which figures change and by how much. A release with an error that could mislead is withdrawn at once. No release is ever changed, so an old citation still leads to the figures that it cites, and says what they became.',
  },
  releasing: {
    title: 'Release practices',
    example:
      'Releases come out at 9:30am on a weekday, to everybody at once, at a time that the release calendar announces at least four weeks before. A change of that time is announced at once, with its reason.',
  },
  access: {
    title: 'Access before release',
    example:
      'Only those who make and check a release see it before its time. Nobody else has access before release.',
  },
} as const;

export type StatementTopic = keyof typeof statementTopics;

export const statementIds = Object.keys(statementTopics) as StatementTopic[];

/** The statement on one topic. */
export interface Statement {
  topic: StatementTopic;
  title: string;
  text: string;
  /** Whether it is an example, because the operator has stated nothing. */
  isExample: boolean;
}

/** All statements, with examples for those not given. */
export const statementsOf = (own: Partial<Record<StatementTopic, string>>): Statement[] =>
  statementIds.map((topic) => ({
    topic,
    title: statementTopics[topic].title,
    text: own[topic] ?? statementTopics[topic].example,
    isExample: own[topic] === undefined,
  }));

/** The longest text of a topic, in characters. */
const longest = 4000;

/** Parses the text of the statements file; throws a message that says what is wrong. */
export function parseStatements(source: string): Partial<Record<StatementTopic, string>> {
  let read: unknown;
  try {
    read = JSON.parse(source);
  } catch {
    throw new Error('it is not JSON');
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw new Error('it is not an object of topics and texts');
  }
  const own: Partial<Record<StatementTopic, string>> = {};
  for (const [name, text] of Object.entries(read)) {
    const topic = statementIds.find((id) => id === name);
    if (!topic) throw new Error(`it has an unknown topic: ${name.slice(0, 40)}`);
    if (typeof text !== 'string' || !text.trim() || text.length > longest) {
      throw new Error(`${topic} is not a text of 1 to ${longest} characters`);
    }
    own[topic] = text.trim();
  }
  return own;
}
