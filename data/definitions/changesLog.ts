/** A change of the software that those who use its figures need to know. */
export interface LoggedChange {
  version: string;
  version_date: string;
  topic: string;
  change: string;
}

/** The headings of the list of changes that are about figures and programs, not about pages or running it. */
const topics = ['Figures and methods', 'API and downloads'];

/** What changed for those who use the figures, the latest version first, as the text of the project's list of changes has it. */
export function changesIn(text: string): LoggedChange[] {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((ofVersion) => {
      const [, version, day] = /^(\S+) \((.*)\)/.exec(ofVersion) ?? [];
      if (!version || !day) return [];
      const version_date = new Date(`${day} UTC`).toISOString().slice(0, 10);
      return ofVersion
        .split(/^### /m)
        .slice(1)
        .flatMap((ofTopic) => {
          const topic = topics.find((one) => ofTopic.startsWith(`${one}\n`));
          if (!topic) return [];
          return [...ofTopic.matchAll(/^- (.*)$/gm)].map(([, said]) => ({
            version,
            version_date,
            topic,
            change: said!.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', ''),
          }));
        });
    });
}
