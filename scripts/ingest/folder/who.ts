import { userInfo } from 'node:os';

/** Who does something: the name given, or that by which this person is logged in; null where there is none. */
export function whoDoes(named: string | undefined): string | null {
  const name = named?.trim().replace(/\s+/g, ' ');
  if (name === '') throw new Error('--as has no name');
  return name ?? loginName();
}

function loginName(): string | null {
  try {
    return userInfo().username || null;
  } catch {
    // A container may run as a number that has no name.
    return process.env.USER || null;
  }
}
