import { askers, questions } from '../../data/definitions/questions.ts';

const begin = '<!-- questions: written by npm run describe -->\n';
const end = '<!-- /questions -->';

/** A text with the questions and their calls between the marks that are there for them; throws without marks. */
export function withQuestions(text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no place for the questions: ${begin.trim()}`);
  return text.slice(0, from + begin.length) + questionsText() + text.slice(to);
}

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
