import { userInfo } from 'node:os';

/** Who does something: the name given, or that of the logged-in user; null if there is none. */
export function whoDoes(named: string | undefined): string | null {
  const name = named?.trim().replace(/\s+/g, ' ');
  if (name === '') throw new Error('--as has no name');
  return name ?? loginName();
}

function loginName(): string | null {
  try {
    return userInfo().username || null;
  } catch {
    // In a container the user id may have no name.
    return process.env.USER || null;
  }
}
