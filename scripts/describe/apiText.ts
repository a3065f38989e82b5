import { promises } from '../../data/definitions/promises.ts';
import { askers, questions } from '../../data/definitions/questions.ts';
import { withWritten } from './written.ts';

/** The document about the API with the declared promises and questions. */
export const withApi = (document: string): string =>
  withWritten(withWritten(document, 'promises', promisesText()), 'questions', questionsText());

const promisesText = (): string =>
  promises.map(({ title, text }) => `- **${title}.** ${text}\n`).join('');

const questionsText = (): string =>
  askers
    .map(({ id, title }) => {
      const rows = questions
        .filter(({ asker }) => asker === id)
        .map(
          ({ question, call, answeredBy }) =>
            `| ${question} | \`${call}\` | ${answeredBy.map((name) => `\`${name}\``).join(', ')} |\n`,
        );
      return `\n**${title}**\n\n| question | call | answered by |\n|---|---|---|\n${rows.join('')}`;
    })
    .join('');
