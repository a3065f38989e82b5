/** A change of the software that users of its figures need to know. */
export interface LoggedChange {
  version: string;
  version_date: string;
  topic: string;
  change: string;
}

/** The changelog headings about figures and programs, rather than pages or operation. */
const topics = ['Figures and methods', 'API and downloads'];

/** What changed for users of the figures, latest version first, parsed from the changelog. */
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
