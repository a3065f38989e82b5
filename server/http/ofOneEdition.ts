/** How often something is made while the releases keep changing. */
const mostTimes = 3;

/**
 * Makes something of many answers that belong to one state of the releases, which it is given: again if that changed
 * meanwhile, also if it failed because of it. The last of a few attempts is taken as it is.
 */
export async function ofOneEdition<T>(
  releases: { edition(): string },
  make: (edition: string) => Promise<T>,
): Promise<T> {
  for (let times = 1; ; times++) {
    const edition = releases.edition();
    const isTaken = () => times === mostTimes || releases.edition() === edition;
    try {
      const made = await make(edition);
      if (isTaken()) return made;
    } catch (error) {
      if (isTaken()) throw error;
    }
  }
}
