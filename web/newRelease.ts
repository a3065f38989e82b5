/** What a page shows, and when the next release is due. */
interface Shown {
  prefix: string;
  release: string;
  due: number;
}

/** Readers ask at random times within this many ms, so that a release does not bring all of them at once. */
const spread = 20_000;
/** If a release is late, a visible page asks again at this interval, in ms. */
const again = 60_000;
/** The longest browser timeout, in ms. */
const longest = 2 ** 31 - 1;

/**
 * Offers the next release on a page that is open when it is published: asks once after its time, and then only when the
 * page is looked at again.
 */
export function offerNextRelease({ prefix, release, due }: Shown): void {
  let asked = 0;
  let isOffered = false;
  const look = async () => {
    if (isOffered || document.hidden || Date.now() < due || Date.now() - asked < again) return;
    asked = Date.now();
    const response = await fetch(`${prefix}/api/v1/measures?limit=1`, { cache: 'no-cache' });
    const current: string | undefined = (await response.json()).meta?.release;
    if (!current || current === release || isOffered) return;
    isOffered = true;
    offer(current);
  };
  const lookQuietly = () => void look().catch(() => {});
  const wait = due - Date.now() + 500 + Math.random() * spread;
  if (wait < longest) setTimeout(lookQuietly, Math.max(0, wait));
  document.addEventListener('visibilitychange', lookQuietly);
}

function offer(release: string): void {
  const line = document.createElement('div');
  line.className = 'band';
  line.setAttribute('role', 'status');
  const words = document.createElement('span');
  words.className = 'wide';
  const show = document.createElement('button');
  show.type = 'button';
  show.className = 'band__button';
  show.textContent = 'Show the new figures';
  show.addEventListener('click', () => location.reload());
  words.append(`Release ${release} is out since you opened this page. `, show);
  line.append(words);
  document.body.prepend(line);
}
