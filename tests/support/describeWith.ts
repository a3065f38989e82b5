import { describe, it } from 'vitest';

/**
 * Tests that need files which not every clone has. Without them the body is not run at all: that of `describe.skipIf`
 * is, and would fail where it reads the files.
 */
export function describeWith(files: string | null, name: string, body: () => void | Promise<void>) {
  if (files) describe(name, body);
  else describe.skip(name, () => it('needs files that are not here', () => {}));
}
